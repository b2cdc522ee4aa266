/** The look of the editor. Every colour is a CSS variable of the page or mixed from them. */
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

function faint(variable: string, percent: number): string {
  return `color-mix(in srgb, var(${variable}) ${String(percent)}%, transparent)`;
}

const line = `1px solid ${faint('--editor-gutter', 35)}`;

const mono = "var(--mono, ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace)";

const frame = EditorView.theme({
  '&': { height: '100%', color: 'var(--editor-fg)', backgroundColor: 'var(--editor-bg)', fontSize: '13px' },
  // Phones zoom into a field whose text is smaller than this.
  '@media (pointer: coarse)': { '.cm-scroller': { fontSize: '16px' } },
  '&.cm-focused': { outline: 'none' },
  // An outline of the editor itself would lie under the gutters and the active line.
  '&.cm-focused::after': {
    content: '""',
    position: 'absolute',
    inset: '0',
    boxShadow: 'inset 0 0 0 2px var(--editor-cursor)',
    borderRadius: 'inherit',
    pointerEvents: 'none',
    zIndex: '250',
  },
  '.cm-scroller': {
    fontFamily: mono,
    lineHeight: '1.55',
    overflow: 'auto',
  },
  '.cm-content': { color: 'var(--code-text)', caretColor: 'var(--editor-cursor)', padding: '8px 0' },
  '.cm-gutters': {
    color: 'var(--editor-gutter)',
    backgroundColor: 'var(--editor-bg)',
    border: 'none',
    paddingLeft: '2px',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
  // Selections are drawn behind the lines, so a coloured line would hide them.
  '&.cm-focused:not(.cm-hasSelection) .cm-activeLine': { backgroundColor: 'var(--editor-active-line)' },
  '&.cm-focused .cm-activeLineGutter': { color: 'var(--editor-fg)', backgroundColor: 'var(--editor-active-line)' },
  '.cm-cursor, .cm-dropCursor': { borderLeft: '2px solid var(--editor-cursor)' },
  '.cm-selectionBackground': { background: 'var(--editor-selection)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { background: 'var(--editor-selection)' },
  '.cm-placeholder': { color: 'var(--editor-gutter)' },
  '.cm-foldGutter span': { color: 'var(--editor-gutter)', padding: '0 3px', cursor: 'pointer' },
  '.cm-foldPlaceholder': {
    color: 'var(--code-comment)',
    backgroundColor: 'var(--editor-active-line)',
    border: line,
    borderRadius: '4px',
    padding: '0 6px',
    margin: '0 3px',
  },
});

const marks = EditorView.theme({
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-matchingBracket, &.cm-focused .cm-matchingBlock': {
    boxShadow: `inset 0 -2px 0 ${faint('--editor-cursor', 80)}`,
  },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: 'var(--error)' },
  '.cm-selectionMatch': { backgroundColor: faint('--editor-selection', 60) },
  '.cm-searchMatch': { backgroundColor: faint('--warning', 30), borderRadius: '2px' },
  '.cm-searchMatch-selected': { backgroundColor: faint('--warning', 30), outline: '2px solid var(--warning)' },
  '.cm-linked': { backgroundColor: faint('--editor-cursor', 22), borderRadius: '2px' },
  '.cm-muted, .cm-muted *': { color: 'var(--code-comment)' },
  '.cm-specialChar': {
    color: 'var(--warning)',
    backgroundColor: faint('--warning', 16),
    borderRadius: '3px',
    padding: '0 1px',
  },
  '.cm-snippetField': { backgroundColor: faint('--editor-cursor', 16), borderRadius: '2px' },
});

type Look = Readonly<Record<string, string>>;

function severity(name: 'error' | 'warning' | 'info', color: string, shape: Look): Readonly<Record<string, Look>> {
  return {
    [`.cm-lintRange-${name}`]: {
      backgroundImage: 'none',
      textDecoration: `underline wavy ${color} 1px`,
      textDecorationSkipInk: 'none',
      textUnderlineOffset: '3px',
    },
    [`.cm-lintPoint-${name}:after`]: { borderBottomColor: color },
    [`.cm-diagnostic-${name}`]: { borderLeft: `4px solid ${color}` },
    [`.cm-lint-marker-${name}`]: { content: 'normal', backgroundColor: color, ...shape },
  };
}

const action: Look = {
  padding: '4px 9px',
  border: '1px solid var(--editor-gutter)',
  borderRadius: '5px',
  color: 'var(--editor-fg)',
  backgroundColor: 'var(--editor-active-line)',
  font: 'inherit',
  fontSize: '13px',
  cursor: 'pointer',
  whiteSpace: 'normal',
};

/** Sentences with code in them, and what others write word for word. */
function prose(selector: string): Readonly<Record<string, Look>> {
  const within = (inner: string): string =>
    selector
      .split(', ')
      .map((outer) => `${outer} ${inner}`)
      .join(', ');
  return {
    [within('p')]: { margin: '0', lineHeight: '1.45' },
    [within('p + p')]: { marginTop: '5px', fontSize: '12px', color: 'var(--editor-gutter)' },
    [within('code')]: { fontFamily: mono, fontSize: '0.94em', backgroundColor: faint('--editor-gutter', 16) },
    [within('pre')]: {
      margin: '2px 0 0',
      fontFamily: mono,
      fontSize: '12px',
      lineHeight: '1.4',
      whiteSpace: 'pre-wrap',
      color: 'var(--editor-gutter)',
    },
  };
}

const lint = EditorView.theme({
  // The severities differ in shape as well, for those to whom the colours look alike.
  ...severity('error', 'var(--error)', { borderRadius: '50%' }),
  ...severity('warning', 'var(--warning)', { clipPath: 'polygon(50% 0, 100% 100%, 0 100%)' }),
  ...severity('info', 'var(--editor-gutter)', {}),
  '.cm-lint-marker': { width: '9px', height: '9px', margin: '5px auto 0' },
  '.cm-gutter-lint': { width: '14px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  '.cm-fixGutter': { width: '15px', cursor: 'pointer' },
  '.cm-fixGutter svg': { width: '13px', height: '13px', fill: 'var(--warning)', verticalAlign: '-2px' },
  // As large as lines allow, 25 px high; a gutter of a fingertip's width would take a quarter of a phone's lines.
  '@media (pointer: coarse)': {
    '.cm-fixGutter': { width: '32px', textAlign: 'center' },
    '.cm-fixGutter svg': { width: '19px', height: '19px', verticalAlign: '-4px' },
    '.cm-fixes button, .cm-diagnosticAction': { minHeight: '44px' },
  },
  '.cm-lintRange-active': { backgroundColor: faint('--warning', 25) },
  '.cm-diagnostic': { padding: '6px 10px', marginLeft: '0', overflowWrap: 'anywhere', whiteSpace: 'normal' },
  '.cm-tooltip-lint': { maxHeight: '46vh', overflowY: 'auto', fontFamily: 'var(--font, sans-serif)' },
  ...prose('.cm-diagnostic, .cm-fixes-text, .cm-fixes button'),
  '.cm-diagnosticAction': { ...action, margin: '6px 6px 0 0' },
  '.cm-fixes': {
    display: 'grid',
    gap: '2px',
    maxHeight: '46vh',
    padding: '4px',
    overflowY: 'auto',
    outline: 'none',
    fontFamily: 'var(--font, sans-serif)',
    fontSize: '13px',
  },
  '.cm-fixes-text': { padding: '5px 9px', marginBottom: '2px', overflowWrap: 'anywhere' },
  '.cm-fixes button': { ...action, border: '1px solid transparent', textAlign: 'left' },
  '.cm-fixes button:focus': { backgroundColor: 'var(--editor-selection)', outline: '2px solid var(--editor-cursor)' },
  '.cm-panel.cm-panel-lint ul [aria-selected]': { backgroundColor: 'var(--editor-active-line)' },
  '.cm-panel.cm-panel-lint ul:focus [aria-selected]': { backgroundColor: 'var(--editor-selection)', color: 'inherit' },
  '.cm-panel.cm-panel-lint button[name=close]': { color: 'var(--editor-fg)', cursor: 'pointer' },
});

/** The colour of a kind of completion, chosen or not; the selector outweighs CodeMirror's own for the chosen one. */
function optionColor(kind: string, variable: string): Readonly<Record<string, Look>> {
  return { [`.cm-tooltip.cm-tooltip-autocomplete > ul > li.cm-option-${kind}`]: { color: `var(${variable})` } };
}

const popups = EditorView.theme({
  '.cm-tooltip': {
    color: 'var(--editor-fg)',
    backgroundColor: 'var(--editor-bg)',
    border: line,
    borderRadius: '7px',
    boxShadow: '0 6px 22px rgb(0 0 0 / 18%)',
    overflow: 'hidden',
    maxWidth: 'min(560px, 94vw)',
  },
  // The information beside a completion list lies outside of it.
  '.cm-tooltip.cm-tooltip-autocomplete': { overflow: 'visible', padding: '4px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'inherit',
    maxHeight: '16em',
    maxWidth: 'min(460px, 92vw)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 8px', borderRadius: '5px', lineHeight: '1.35' },
  '.cm-tooltip.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--editor-selection)' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--editor-gutter)', marginLeft: '1em' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: 'bold' },
  ...optionColor('keyword', '--code-keyword'),
  ...optionColor('constant', '--code-keyword'),
  ...optionColor('function', '--code-function'),
  ...optionColor('property', '--code-field'),
  '.cm-completionLabel': { fontFamily: mono },
  '.cm-tooltip.cm-completionInfo': {
    padding: '8px 12px',
    maxWidth: 'min(320px, 90vw)',
    fontSize: '13px',
    lineHeight: '1.45',
  },
});

const panels = EditorView.theme({
  '.cm-panels': { color: 'var(--editor-fg)', backgroundColor: 'var(--editor-bg)' },
  '.cm-panels.cm-panels-top': { borderBottom: line },
  '.cm-panels.cm-panels-bottom': { borderTop: line },
  '.cm-panel.cm-search': { padding: '8px 34px 8px 10px', fontFamily: 'inherit' },
  '.cm-panel.cm-search label': { fontSize: '12px', display: 'inline-flex', alignItems: 'center', gap: '4px' },
  '.cm-panel.cm-search [name=close]': {
    color: 'var(--editor-fg)',
    padding: '4px 9px',
    cursor: 'pointer',
    fontSize: '16px',
  },
  '.cm-textfield': {
    color: 'var(--editor-fg)',
    backgroundColor: 'var(--editor-bg)',
    border: '1px solid var(--editor-gutter)',
    borderRadius: '5px',
    padding: '3px 7px',
    fontSize: '12px',
  },
  '.cm-button': {
    color: 'var(--editor-fg)',
    backgroundColor: 'var(--editor-active-line)',
    backgroundImage: 'none',
    border: '1px solid var(--editor-gutter)',
    borderRadius: '5px',
    padding: '3px 9px',
    fontSize: '12px',
    cursor: 'pointer',
  },
  '.cm-button:active': { backgroundColor: 'var(--editor-selection)', backgroundImage: 'none' },
  '.cm-panels :focus-visible': { outline: '2px solid var(--editor-cursor)', outlineOffset: '1px' },
});

/** The theme of every editor. */
export const editorTheme: Extension = [frame, marks, lint, popups, panels];
