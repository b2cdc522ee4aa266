/**
 * The early script: inline in the head of the built page, before anything is drawn. It says whether the drawn project
 * is the one this browser will show, lets people type before the page's own script has come, remembers what they
 * clicked, and tells when that script does not come. The build compiles it; the policy allows it by its hash.
 */
import { initial, percent } from '../arrangement';
import { prefix } from '../stored-names';
import { checksum } from './checksum';
import { sayTrouble } from './trouble';
import { type Kept, typedIn } from './typed';

/** The checksum of the drawn project; the build writes it here. */
declare const drawnProject: number;

const root = document.documentElement;

/** What the build draws with, for settings that change what is seen; stored as JSON. */
const drawnWith: Readonly<Record<string, string>> = {
  'layout.tab': JSON.stringify(initial.tab),
  'layout.preview-theme': JSON.stringify(initial.previewTheme),
  'layout.problems': JSON.stringify(initial.problems),
};

/** Whether a draft is of the drawn project. */
function isDrawn(draft: string): boolean {
  const { project, hash } = JSON.parse(draft) as { readonly project: unknown; readonly hash: unknown };
  return hash === '' && checksum(JSON.stringify(project)) === drawnProject;
}

/** Whether what is stored makes the page look another than it was drawn. */
function changes(key: string, value: string): boolean {
  if (key.startsWith('opening.')) return true;
  if (key.startsWith('draft.')) return !isDrawn(value);
  return key in drawnWith && drawnWith[key] !== value;
}

/** Whether the page will show something else than what is drawn. */
function isReturning(): boolean {
  if (window.location.hash !== '') return true;
  try {
    return Object.entries(localStorage).some(
      ([key, value]) => key.startsWith(prefix) && changes(key.slice(prefix.length), String(value)),
    );
  } catch (error) {
    // Nothing is stored where storage is out of reach; a draft that cannot be read is somebody's.
    return error instanceof SyntaxError || error instanceof TypeError;
  }
}

/** Takes over what CSS can follow: the theme, and the sizes of the panes. */
function takeOverLooks(): void {
  try {
    const theme = localStorage.getItem(`${prefix}theme`);
    if (theme === '"light"' || theme === '"dark"') {
      root.dataset['theme'] = theme.slice(1, -1);
      root.dataset['chosen'] = '';
    }
    for (const name of ['columns', 'rows']) {
      const share = percent(Number(localStorage.getItem(`${prefix}layout.${name}`)));
      if (share !== null) root.style.setProperty(`--${name}`, `${String(share)}%`);
    }
  } catch {
    // The page looks as on a first visit.
  }
}

/** The drawn page while it is there. */
function drawn(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.first-sight');
}

function editors(): readonly HTMLElement[] {
  return [...(drawn()?.querySelectorAll<HTMLElement>('[data-text]') ?? [])];
}

/** Lets people type into a drawn editor. */
function allowTyping(content: HTMLElement): void {
  content.setAttribute('role', 'textbox');
  content.setAttribute('aria-multiline', 'true');
  content.setAttribute('autocapitalize', 'off');
  content.spellcheck = false;
  try {
    content.contentEditable = 'plaintext-only';
  } catch {
    // Browsers that do not know it: whatever is pasted, its text is what counts.
    content.contentEditable = 'true';
  }
  content.addEventListener('input', () => {
    content.dataset['typed'] = '';
    keepTyped();
  });
  content.addEventListener('compositionstart', () => {
    content.dataset['composing'] = '';
  });
  content.addEventListener('compositionend', () => {
    delete content.dataset['composing'];
  });
}

/**
 * Keeps what was typed should the page be fetched anew: in this entry of the tab's history, which is no storage. The
 * page clears it when it takes over.
 */
function keepTyped(): void {
  const typed = editors().filter(({ dataset }) => dataset['typed'] !== undefined);
  const texts = typed.map((content) => [content.dataset['text'] ?? '', typedIn(content).text] as const);
  try {
    window.history.replaceState({ typed: Object.fromEntries(texts) } satisfies Kept, '');
  } catch {
    // Too long, or too many keys in a second: an earlier text is kept.
  }
}

/** Puts back what was typed before the page was fetched anew. */
function restoreTyped(content: HTMLElement, text: string | undefined): void {
  if (text === undefined) return;
  const lines = text.split('\n').map((words) => {
    const line = document.createElement('div');
    line.className = 'cm-line';
    line.append(words === '' ? document.createElement('br') : words);
    return line;
  });
  content.replaceChildren(...lines);
  content.dataset['typed'] = '';
}

/** Remembers the last button that was clicked; the page clicks it again. */
function remember(event: MouseEvent): void {
  const page = drawn();
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  if (page === null || button === null || !page.contains(button)) return;
  event.preventDefault();
  page.querySelector('[data-clicked]')?.removeAttribute('data-clicked');
  button.dataset['clicked'] = '';
}

function tellOf(event: Event): void {
  if (drawn() === null) return;
  if (event.target instanceof HTMLScriptElement || event.target instanceof HTMLLinkElement)
    sayTrouble('The playground could not be fetched, so nothing here works yet.');
  else if (event instanceof ErrorEvent && event.filename.startsWith(new URL('.', document.baseURI).href))
    sayTrouble(`The playground could not start: ${event.message}.`);
}

const { typed = null } = (window.history.state ?? {}) as Kept;
takeOverLooks();
const returning = typed === null && isReturning();
if (returning) root.dataset['returning'] = '';
// Before the page's script, which waits for the end of the document as well.
document.addEventListener('readystatechange', () => {
  if (document.readyState !== 'interactive' || returning) return;
  for (const content of editors()) {
    allowTyping(content);
    restoreTyped(content, typed?.[content.dataset['text'] ?? '']);
  }
});
document.addEventListener('click', remember, { capture: true });
window.addEventListener('error', tellOf, { capture: true });
