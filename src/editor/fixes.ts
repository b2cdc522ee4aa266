/** The fixes of problems where the cursor is: a small list that Ctrl+. opens, and light bulbs that lead to it. */
import { setDiagnosticsEffect } from '@codemirror/lint';
import { type Extension, Prec, type Range, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import {
  type Command,
  EditorView,
  GutterMarker,
  gutter,
  type KeyBinding,
  keymap,
  showTooltip,
  type TooltipView,
} from '@codemirror/view';
import { type Diagnostic, diagnosticText } from './diagnostics';
import { bulbPath } from './bulb';
import { fixSource } from './facets';
import { proseNodes } from './prose';

interface OpenList {
  readonly pos: number;
  readonly diagnostics: readonly Diagnostic[];
}

const setList = StateEffect.define<OpenList | null>();

function close(view: EditorView): void {
  view.dispatch({ effects: setList.of(null) });
  view.focus();
}

function moveIn(list: HTMLElement, { key }: KeyboardEvent): boolean {
  const buttons = [...list.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const last = buttons.length - 1;
  const to = { ArrowDown: at === last ? 0 : at + 1, ArrowUp: at < 1 ? last : at - 1, Home: 0, End: last }[key];
  if (to === undefined) return false;
  buttons[to]?.focus();
  return true;
}

function button(view: EditorView, title: string, run: () => void): HTMLElement {
  const item = document.createElement('button');
  item.type = 'button';
  item.append(...proseNodes(title));
  item.addEventListener('click', () => {
    close(view);
    run();
  });
  return item;
}

/** The list: each problem in words, and under it what mends it. */
function listOf(view: EditorView, { diagnostics }: OpenList): TooltipView {
  const dom = document.createElement('div');
  dom.className = 'cm-fixes';
  dom.tabIndex = -1;
  dom.setAttribute('role', 'dialog');
  dom.setAttribute('aria-label', 'Fixes');
  for (const [i, diagnostic] of diagnostics.entries()) {
    const text = diagnosticText(diagnostic);
    text.id = `cm-fixes-text-${String(i)}`;
    text.className = `cm-fixes-text cm-diagnostic-${diagnostic.severity}`;
    const buttons = (diagnostic.fixes ?? []).map(({ title, run }) => button(view, title, run));
    for (const item of buttons) item.setAttribute('aria-describedby', text.id);
    dom.append(text, ...buttons);
  }
  dom.addEventListener('keydown', (event) => {
    const isEscape = event.key === 'Escape' || event.key === 'Tab';
    if (isEscape) close(view);
    if (!isEscape && !moveIn(dom, event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  dom.addEventListener('focusout', () => {
    // It also loses the focus when an update of the editor takes it away.
    setTimeout(() => {
      const leaves = dom.isConnected && document.hasFocus() && !dom.contains(document.activeElement);
      if (leaves) view.dispatch({ effects: setList.of(null) });
    });
  });
  return {
    dom,
    mount: () => {
      (dom.querySelector('button') ?? dom).focus({ preventScroll: true });
    },
  };
}

const listField = StateField.define<OpenList | null>({
  create: () => null,
  update: (open, tr) => {
    for (const effect of tr.effects) if (effect.is(setList)) return effect.value;
    return tr.docChanged || tr.selection !== undefined ? null : open;
  },
  provide: (field) =>
    showTooltip.from(field, (open) =>
      open === null ? null : { pos: open.pos, above: false, create: (view) => listOf(view, open) },
    ),
});

/** A list that is on its way: keys that are meant for it are kept until it is there. */
interface Coming {
  key: 'Enter' | 'Escape' | null;
}

const coming = new WeakMap<EditorView, Coming>();

/** Keeps a key for the list that is on its way, if one is. */
function keep(key: NonNullable<Coming['key']>): KeyBinding {
  return {
    key,
    run: (view) => {
      const list = coming.get(view);
      if (list === undefined) return false;
      list.key ??= key;
      return true;
    },
  };
}

function openAt(view: EditorView, from: number, to: number): boolean {
  void openOnceKnown(view, from, to);
  return true;
}

/** Opens the list when the problems are there, unless something was typed meanwhile. */
async function openOnceKnown(view: EditorView, from: number, to: number): Promise<void> {
  const { doc } = view.state;
  const sources = view.state.facet(fixSource);
  const list: Coming = { key: null };
  coming.set(view, list);
  let all: readonly Diagnostic[];
  try {
    all = (await Promise.all(sources.map(async (source) => source()))).flat();
  } finally {
    if (coming.get(view) === list) coming.delete(view);
  }
  if (view.state.doc !== doc || list.key === 'Escape') return;
  const { from: lineFrom, to: lineTo } = view.state.doc.lineAt(from);
  const touching = (start: number, end: number): readonly Diagnostic[] =>
    all.filter((diagnostic) => diagnostic.from <= end && diagnostic.to >= start);
  const here = touching(from, to);
  const hasFix = here.some(({ fixes = [] }) => fixes.length > 0);
  const diagnostics = hasFix ? here : touching(lineFrom, lineTo);
  if (diagnostics.length === 0) {
    view.dispatch({ effects: EditorView.announce.of('No problem here.') });
    return;
  }
  const [first] = diagnostics.flatMap(({ fixes = [] }) => fixes);
  if (list.key === 'Enter' && first !== undefined) {
    first.run();
    return;
  }
  const pos = Math.max(lineFrom, Math.min(...diagnostics.map((diagnostic) => diagnostic.from)));
  view.dispatch({ effects: setList.of({ pos: Math.min(pos, view.state.doc.length), diagnostics }) });
}

const openAtCursor: Command = (view) => {
  const { from, to } = view.state.selection.main;
  return openAt(view, from, to);
};

class Bulb extends GutterMarker {
  override toDOM(): Node {
    const namespace = 'http://www.w3.org/2000/svg';
    const svg = document.createElementNS(namespace, 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('d', bulbPath);
    svg.append(path);
    const span = document.createElement('span');
    span.title = 'Show the fixes (Ctrl+.)';
    span.append(svg);
    return span;
  }
}

const bulb = new Bulb();

function bulbsAt(doc: Text, places: readonly number[]): RangeSet<Bulb> {
  const lines = new Set(places.map((pos) => doc.lineAt(Math.min(pos, doc.length)).from));
  const ranges = [...lines].sort((a, b) => a - b).map((pos): Range<Bulb> => bulb.range(pos));
  return RangeSet.of(ranges);
}

const bulbs = StateField.define<RangeSet<Bulb>>({
  create: () => RangeSet.empty,
  update: (set, tr) => {
    for (const effect of tr.effects) {
      if (!effect.is(setDiagnosticsEffect)) continue;
      const mendable = effect.value.filter(({ actions = [] }) => actions.length > 0);
      const places = mendable.map(({ from }) => from);
      return bulbsAt(tr.newDoc, places);
    }
    return tr.docChanged ? set.map(tr.changes) : set;
  },
});

/** Ctrl+. */
export const fixKeys: readonly KeyBinding[] = [{ key: 'Mod-.', run: openAtCursor, preventDefault: true }];

/** Ctrl+. and the light bulbs. Where there are fixes is known from `fixSource`, and by the diagnostics that are set. */
export const fixSupport: Extension = [
  listField,
  bulbs,
  gutter({
    class: 'cm-fixGutter',
    markers: (view) => view.state.field(bulbs),
    initialSpacer: () => bulb,
    domEventHandlers: {
      click: (view, { from, to }) => openAt(view, from, to),
    },
  }),
  keymap.of(fixKeys),
  Prec.highest(keymap.of([keep('Enter'), keep('Escape')])),
];
