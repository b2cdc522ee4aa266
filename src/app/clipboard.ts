/** Texts on their way out of the page: to the clipboard and into files. */
import type { Project } from '../share';

/** Puts a text on the clipboard. Returns whether the browser allowed it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Absent where the page came over plain http. https://developer.mozilla.org/docs/Web/API/Clipboard
    if (!('clipboard' in navigator)) return copySelected(text);
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies as if a person had selected the text, which browsers allow in answer to a click or key. */
function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  field.className = 'copy-source';
  // What is outside of an open dialog cannot be focused.
  (focused?.closest('dialog') ?? document.body).append(field);
  field.select();
  try {
    // Deprecated, and all there is in an insecure context.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

/** Puts everything a person typed into a file: the project as JSON. */
export function downloadWork(project: Project): void {
  download('coroot-templates.json', JSON.stringify(project, null, 2));
}

/** Offers a text as a file. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has its own hold on the data by then.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
