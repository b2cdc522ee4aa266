/** What every editor has, and what only those have that a person writes in. */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, foldGutter, foldKeymap, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension, Prec } from '@codemirror/state';
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  gutter,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  rectangularSelection,
} from '@codemirror/view';
import { highlightStyle } from './highlight';
import { markedField, specialCharacters } from './mark';
import { tabKey } from './tab';
import { editorTheme } from './theme';

/**
 * Below this many units on a line bracket matching and match highlighting look around; the default is made for short
 * texts.
 */
const scanDistance = 20_000;

/** Said of what is folded, when a pointer rests on it: no other place names the keys. */
const unfoldHint = 'Unfold (Ctrl+Shift+], on a Mac Cmd+Option+])';

const foldMarker = { openText: '▾', closedText: '▸' };

/** The page's own: whatever it does with Ctrl+Enter, no line is to be added. */
const leftToThePage = ['Mod-Enter', 'Ctrl-Enter', 'Shift-Mod-Enter'].map((key) => ({ key, run: () => true }));

/** In milliseconds; where no window is, nothing is drawn that blinks. */
function blinkRate(): number {
  if (typeof window === 'undefined') return 0;
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 1200;
}

/** Looking, selecting, folding: what an editor has even when it is read-only. */
export function viewing(): Extension {
  return [
    // Offsets are to be those of the text as it is, so only \n ends a line and \r stays a character.
    EditorState.lineSeparator.of('\n'),
    EditorState.tabSize.of(4),
    EditorState.allowMultipleSelections.of(true),
    lineNumbers(),
    foldGutter(foldMarker),
    EditorState.phrases.of({ unfold: unfoldHint }),
    specialCharacters,
    markedField,
    EditorView.editorAttributes.of(({ state }) =>
      state.selection.ranges.some(({ empty }) => !empty) ? { class: 'cm-hasSelection' } : null,
    ),
    drawSelection({ cursorBlinkRate: blinkRate() }),
    rectangularSelection(),
    crosshairCursor(),
    bracketMatching({ maxScanDistance: scanDistance }),
    syntaxHighlighting(highlightStyle),
    editorTheme,
    Prec.low(keymap.of([...leftToThePage, ...defaultKeymap, ...foldKeymap])),
  ];
}

/**
 * Gutters as wide as those that come with problems and fixes, so that nothing moves when these come. Their classes have
 * the widths of the theme.
 */
export function emptyGutters(hasFixes: boolean): Extension {
  return [hasFixes ? gutter({ class: 'cm-fixGutter' }) : [], gutter({ class: 'cm-gutter-lint' })];
}

/** What comes with writing: undo, the Tab key. */
export function writing(): Extension {
  return [
    history(),
    indentUnit.of('  '),
    dropCursor(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    // As in a text area, pasted lines end in \n whatever the system they come from.
    EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
    tabKey,
    keymap.of(historyKeymap),
  ];
}
