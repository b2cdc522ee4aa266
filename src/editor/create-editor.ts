/** The editor as the page sees it: a handle without any of CodeMirror's concepts, except the view itself. */
import { isolateHistory } from '@codemirror/commands';
import { Compartment, EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import type { Span } from './action';
import type { Diagnostic } from './diagnostics';
import { documentChange, fromOutside, looksLikeJson, type SetDocOptions, TextOf } from './document';
import { fixSource } from './facets';
import { foldHelpers } from './helpers-fold';
import { templateLanguage } from './language';
import { type MarkedRange, setMarkedEffect } from './mark';
import { completing, diagnosing, type FetchPart, LateExtension, payloads, searching, whenIdle } from './parts';
import { emptyGutters, viewing, writing } from './setup';
import { structureOf } from './structure';
import { typedIn, typedInListener } from './typed-in';

/** What an editor shows. An `output` is read-only and coloured as JSON when it is JSON. */
export type EditorLanguage = 'template' | 'payload' | 'output';

/** A selection: its two ends in UTF-16 offsets, `head` being where the cursor is. */
export interface EditorSelectionRange {
  readonly anchor: number;
  readonly head: number;
}

/** A key of the page's that goes before the editor's own, in CodeMirror's notation: `Mod-Enter`. */
export interface EditorKey {
  readonly key: string;
  /** Returns whether the key was used; if not, the editor's own binding has its turn. */
  readonly run: () => boolean;
}

/** A change of the text: `[from, to)` becomes `insert`. */
export interface EditorEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** How to make an editor. */
export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly doc: string;
  readonly language: EditorLanguage;
  /** The accessible name of the text. */
  readonly label: string;
  readonly readOnly?: boolean;
  readonly lineWrapping?: boolean;
  readonly placeholder?: string;
  readonly keys?: readonly EditorKey[];
  /** The nonce that the page's content security policy allows styles by. */
  readonly cspNonce?: string;
  /** Values of this layer's facets: `templateFields.of(…)` and the like; `setExtensions` replaces them. */
  readonly extensions?: Extension;
  /** Called after every change; `userEvent` is false for those made by `setDoc`, true for undoing one. */
  readonly onChange?: (doc: string, userEvent: boolean) => void;
  /** Called when the selection changed or moved with the text. */
  readonly onCursor?: (selection: EditorSelectionRange) => void;
  /**
   * Called with the span of the text that is being typed in, with each key, and with null once the cursor leaves it or
   * a second has passed.
   */
  readonly onTyping?: (span: Span | null) => void;
  /** Called after `onChange` with the place of what was pasted. */
  readonly onPaste?: (span: Span) => void;
  /** Fetches the parts of the editor that come later; when absent they are imported without a word. */
  readonly fetchPart?: FetchPart;
  /** Every problem of the text as it is now, for the list of fixes at the cursor; without it there is no such list. */
  readonly problems?: () => readonly Diagnostic[] | Promise<readonly Diagnostic[]>;
}

/** An editor on the page. Offsets are UTF-16 offsets of the document; those outside of it are moved to its ends. */
export interface EditorHandle {
  readonly view: EditorView;
  getDoc(): string;
  /** Makes `text` the document, as one undo step unless told otherwise; unchanged text around the change stays put. */
  setDoc(text: string, options?: SetDocOptions): void;
  /**
   * Puts `text`, or `inAction` where the cursor is between `{{` and `}}`, in place of the selection, as one undo step.
   */
  insert(text: string, inAction?: string): void;
  /** Makes changes that do not overlap, in any order, as one undo step, and scrolls to the first of them. */
  applyEdits(edits: readonly EditorEdit[]): void;
  setDiagnostics(diagnostics: readonly Diagnostic[]): void;
  /** Resolves when the text has its colours and marks, or these could not be fetched. */
  dressed(): Promise<void>;
  setMarked(ranges: readonly MarkedRange[]): void;
  setReadOnly(readOnly: boolean): void;
  setLineWrapping(wrap: boolean): void;
  setExtensions(extensions: Extension): void;
  /** Selects a range and scrolls it to the middle; does not take the focus. */
  reveal(from: number, to: number): void;
  /** Scrolls so that the cursor can be seen, where somebody is writing. */
  keepCursorInView(): void;
  focus(): void;
  destroy(): void;
}

/** Not editable means that no keyboard pops up on a phone; the text stays a tab stop, for keys to scroll and select. */
function readOnlyExtension(readOnly: boolean): Extension {
  if (!readOnly) return [];
  return [EditorState.readOnly.of(true), EditorView.editable.of(false)];
}

function attributes(label: string, writable: boolean): Record<string, string> {
  const described = { 'aria-description': 'Tab indents while you type. Press Escape, then Tab, to leave.' };
  return { 'aria-label': label, tabindex: '0', autocapitalize: 'off', ...(writable ? described : {}) };
}

function listening(options: EditorOptions, texts: TextOf): Extension {
  return EditorView.updateListener.of((update) => {
    if (update.docChanged) {
      const byPerson = update.transactions.some((tr) => tr.docChanged && tr.annotation(fromOutside) !== true);
      options.onChange?.(texts.of(update.state.doc), byPerson);
      if (update.transactions.some((tr) => tr.isUserEvent('input.paste'))) {
        update.changes.iterChangedRanges((_from, _to, from, to) => options.onPaste?.({ from, to }));
      }
    }
    if (update.docChanged || update.selectionSet) {
      const { anchor, head } = update.state.selection.main;
      options.onCursor?.({ anchor, head });
    }
  });
}

/** What comes with an editor whose problems somebody looks for. */
function mending({ problems, onTyping }: EditorOptions): Extension {
  return [
    problems === undefined ? [] : fixSource.of(problems),
    onTyping === undefined ? [] : [typedInListener.of(onTyping), typedIn],
  ];
}

/** Creates an editor inside `options.parent`. It does not take the focus. Call `destroy` when the parent goes away. */
export function createEditor(options: EditorOptions): EditorHandle {
  const isOutput = options.language === 'output';
  const readOnly = new Compartment();
  const wrapping = new Compartment();
  const extra = new Compartment();
  const texts = new TextOf();
  const wrap = (on: boolean): Extension => (on ? EditorView.lineWrapping : []);
  let isJson = options.language === 'payload' || (isOutput && looksLikeJson(options.doc));
  let diagnostics: readonly Diagnostic[] = [];
  let colouring: Promise<unknown> = Promise.resolve();
  let marking: Promise<unknown> = Promise.resolve();
  const hasFixes = options.problems !== undefined;

  const fetch: FetchPart = options.fetchPart ?? ((_name, load) => load());
  const completion = new LateExtension(fetch, {
    part: completing,
    make: ({ support }) => support,
    keys: ['Ctrl-Space'],
  });
  const problems = new LateExtension(fetch, {
    part: diagnosing,
    make: ({ support }) => support(hasFixes),
    before: emptyGutters(hasFixes),
    keys: ['F8', 'Shift-F8', 'Mod-Shift-m', ...(hasFixes ? ['Mod-.'] : [])],
  });
  const search = new LateExtension(fetch, {
    part: searching,
    make: ({ support }) => support,
    keys: ['Mod-f', 'F3', 'Shift-F3', 'Mod-g', 'Shift-Mod-g', 'Mod-Shift-l', 'Mod-Alt-g', 'Mod-d'],
  });
  const json = new LateExtension(fetch, {
    part: payloads,
    make: ({ payloadLanguage }) => (isJson ? payloadLanguage() : []),
  });

  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.doc,
      extensions: [
        Prec.highest(keymap.of((options.keys ?? []).map(({ key, run }) => ({ key, run: () => run() })))),
        isOutput ? [] : [completion.start(), writing()],
        mending(options),
        problems.start(),
        viewing(),
        search.start(),
        options.language === 'template' ? templateLanguage() : json.start(),
        readOnly.of(readOnlyExtension(isOutput || options.readOnly === true)),
        wrapping.of(wrap(options.lineWrapping === true)),
        extra.of(options.extensions ?? []),
        EditorView.contentAttributes.of(attributes(options.label, !isOutput && options.readOnly !== true)),
        options.placeholder === undefined ? [] : placeholder(options.placeholder),
        options.cspNonce === undefined ? [] : EditorView.cspNonce.of(options.cspNonce),
        listening(options, texts),
      ],
    }),
  });

  const fold = (before: string): void => {
    if (options.language === 'template') view.dispatch({ effects: foldHelpers(view.state, before) });
  };
  fold('');

  const colour = (): void => {
    colouring = json.into(view, false).catch(() => {
      // The text is there without its colours, which are asked for again with the rest.
    });
  };
  const later = async (): Promise<void> => {
    if (isJson) await json.into(view, false);
    if (!isOutput) await completion.into(view, false);
    await problems.into(view, false);
    await search.into(view, false);
  };
  const fetchLater = (): void => {
    later().catch(() => {
      // Nobody waits for it: who needs it asks again, and is told.
    });
  };
  if (isJson) colour();
  whenIdle(fetchLater);
  view.contentDOM.addEventListener('focus', fetchLater, { once: true });

  const inside = (pos: number): number => Math.max(0, Math.min(pos, view.state.doc.length));

  return {
    view,
    getDoc: () => texts.of(view.state.doc),
    setDoc: (text, setOptions = {}) => {
      const change = documentChange(view.state, text, setOptions);
      if (change === null) return;
      const before = texts.of(view.state.doc);
      view.dispatch(change);
      fold(before);
      if (!isOutput || looksLikeJson(text) === isJson) return;
      isJson = !isJson;
      json.renew(view);
      if (json.module === null) colour();
    },
    insert: (text, inAction = text) => {
      const { head } = view.state.selection.main;
      const action = structureOf(view.state, head).actionAt(head);
      const within = action !== null && action.innerFrom <= head && head <= action.innerTo;
      const change = view.state.replaceSelection(within ? inAction : text);
      view.dispatch(change, { userEvent: 'input.insert', scrollIntoView: true });
    },
    applyEdits: (edits) => {
      const changes = view.state.changes([...edits]);
      const first = edits.reduce((least, { from }) => Math.min(least, from), view.state.doc.length);
      view.dispatch({
        changes,
        // A cursor inside of what is replaced goes behind it.
        selection: view.state.selection.map(changes, 1),
        effects: EditorView.scrollIntoView(changes.mapPos(inside(first)), { y: 'nearest' }),
        annotations: isolateHistory.of('full'),
        userEvent: 'input.fix',
      });
    },
    setDiagnostics: (all) => {
      diagnostics = all;
      if (problems.module !== null) problems.module.show(view, all);
      else if (all.length > 0) {
        marking = problems.into(view, true).then(
          ({ show }) => {
            show(view, diagnostics);
          },
          () => {
            // Whoever fetches parts has told.
          },
        );
      }
    },
    dressed: async () => {
      await Promise.allSettled([colouring, marking]);
    },
    setMarked: (ranges) => {
      view.dispatch({ effects: setMarkedEffect.of(ranges) });
    },
    setReadOnly: (on) => {
      view.dispatch({ effects: readOnly.reconfigure(readOnlyExtension(on || isOutput)) });
    },
    setLineWrapping: (on) => {
      view.dispatch({ effects: wrapping.reconfigure(wrap(on)) });
    },
    setExtensions: (extensions) => {
      view.dispatch({ effects: extra.reconfigure(extensions) });
    },
    reveal: (from, to) => {
      const selection = { anchor: inside(from), head: inside(to) };
      view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: 'center' }) });
    },
    keepCursorInView: () => {
      if (view.hasFocus) view.dispatch({ scrollIntoView: true });
    },
    focus: () => {
      view.focus();
    },
    destroy: () => {
      view.destroy();
    },
  };
}
