/** From the page as the build drew it to the page: what a person did meanwhile goes with them. */
import { currentHash, replaceHash } from '../location';
import type { Playground } from '../playground.svelte';
import { type Kept, type Typed, typedIn } from './typed';

/** How long the drawn page waits for the first output of the real one, in milliseconds. */
const patience = 1000;

const languages = ['template', 'payload'] as const;

/**
 * Resolves after the frames in which editors measure their lines, however long those take: shown before, they would
 * move. Where nobody looks there are no frames.
 */
function measured(): Promise<void> {
  return new Promise((resolve) => {
    const unseen = (): void => {
      if (document.hidden) resolve();
    };
    document.addEventListener('visibilitychange', unseen, { once: true });
    unseen();
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

/** Resolves when the output and what is wrong with the template are there, in editors with their colours and marks. */
async function shows(app: Playground): Promise<void> {
  await app.standing();
  // The components follow in a turn of their own.
  await Promise.resolve();
  for (const language of languages) await app.places.editors[language][app.work.kind]?.dressed();
}

/** Resolves when the page shows what was drawn; an output that takes more than a second does not keep it back. */
export async function readyToShow(app: Playground): Promise<void> {
  const patient = new Promise((resolve) => setTimeout(resolve, patience));
  // Where that fails the page says so itself.
  await Promise.race([shows(app).catch(() => undefined), patient]);
  await measured();
}

/** Resolves when no word is half written, as it is while somebody writes Chinese or speaks. */
export async function wordEnded(drawn: HTMLElement): Promise<void> {
  const content = drawn.querySelector<HTMLElement>('[data-composing]');
  if (content === null) return;
  await new Promise((resolve) => {
    content.addEventListener('compositionend', resolve, { once: true });
  });
}

/** The element of `page` that stands where `element` stands in `drawn`, or null. */
function counterpart(element: Element, drawn: HTMLElement, page: HTMLElement): HTMLElement | null {
  const [name = ''] = element.classList;
  const isControl = ['BUTTON', 'SELECT', 'DETAILS', 'SUMMARY', 'A'].includes(element.tagName);
  if (!isControl && name === '') return null;
  const selector = isControl ? element.tagName : `.${CSS.escape(name)}`;
  const [before, after] = [drawn, page].map((root) => [...root.querySelectorAll<HTMLElement>(selector)]);
  if (before === undefined || after?.length !== before.length) return null;
  return after[before.indexOf(element as HTMLElement)] ?? null;
}

/** Chooses in the page what was chosen in the drawn one. */
function choose(select: HTMLSelectElement, to: HTMLElement | null): void {
  if (select.selectedOptions[0]?.defaultSelected !== false || !(to instanceof HTMLSelectElement)) return;
  to.value = select.value;
  to.dispatchEvent(new Event('change', { bubbles: true }));
}

/**
 * Puts the page, which stands out of sight, in place of the drawn one. What was typed becomes an undo step of its
 * editor, what was clicked last is clicked, and focus, selection and scroll positions stay. `flush` lets the page
 * follow its state at once.
 */
export function handOver(app: Playground, drawn: HTMLElement, page: HTMLElement, flush: () => void): void {
  const twin = (element: Element | null): HTMLElement | null =>
    element === null || !drawn.contains(element) ? null : counterpart(element, drawn, page);
  // Found while both are alike: what is done to the page changes it.
  const focused = twin(document.activeElement);
  const clicked = twin(drawn.querySelector('[data-clicked]'));
  const scrolled = [...drawn.querySelectorAll('*')]
    .filter(({ scrollTop, scrollLeft }) => scrollTop !== 0 || scrollLeft !== 0)
    .map((element) => ({ to: twin(element), top: element.scrollTop, left: element.scrollLeft }));
  const chosen = [...drawn.querySelectorAll('select')].map((select) => ({ select, to: twin(select) }));
  for (const open of drawn.querySelectorAll('details[open]')) twin(open)?.setAttribute('open', '');

  const editors = languages.map((language) => {
    const content = drawn.querySelector<HTMLElement>(`[data-text='${language}']`);
    const typed: Typed | null = content === null ? null : typedIn(content);
    const editor = app.places.editors[language][app.work.kind];
    if (typed !== null && content?.dataset['typed'] !== undefined) editor?.setDoc(typed.text, { addToHistory: true });
    return { content, typed, editor };
  });
  const inside = editors.find(({ content }) => content !== null && content === document.activeElement);
  for (const { select, to } of chosen) choose(select, to);
  flush();
  for (const { to, top, left } of scrolled) to?.scrollTo(left, top);

  if ((window.history.state as Kept | null)?.typed !== undefined) replaceHash(currentHash());
  drawn.remove();
  page.className = '';
  page.id = drawn.id;
  if (inside?.typed?.selection != null) inside.editor?.view.dispatch({ selection: inside.typed.selection });
  if (inside !== undefined) inside.editor?.focus();
  else focused?.focus({ preventScroll: true });
  clicked?.click();
}
