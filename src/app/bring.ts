/**
 * Fetches the files of the page that are imported on demand, before they are imported. Browsers remember that a module
 * could not be fetched for as long as the page lives (https://github.com/whatwg/html/issues/6768), so a second try
 * would never ask the server again; what is fetched as text first leaves no trace when it fails. The answer also says
 * why there is no file. The build puts `bring` around every `import()` of the page (`build/chunks.ts`).
 */

/** Why a file of the page is not there. */
export type Absence =
  /** The server did not answer, or answered with an error. */
  | 'away'
  /** The server answers and has no such file: it has another release of the page by now. */
  | 'gone'
  /** The file was there and did not start, or the browser holds on to an earlier failure. */
  | 'stuck';

/** A file of the page could not be fetched. The message says so for whoever looks for the reason. */
export class Absent extends Error {
  constructor(
    readonly why: Absence,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** Addresses of files that are in the page, or on their way. */
const files = new Map<string, Promise<void>>();

/** What the page was opened with needs no fetching. */
function isOpened(url: string): boolean {
  const opened = document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[rel=modulepreload]');
  return Array.from(opened).some((element) => ('src' in element ? element.src : element.href) === url);
}

/** Fetches a file, once. Rejects with `Absent`; what failed is fetched again when it is asked for again. */
export function fetchFile(url: string): Promise<void> {
  const coming = files.get(url) ?? (isOpened(url) ? Promise.resolve() : fetchText(url));
  files.set(url, coming);
  coming.catch(() => files.delete(url));
  return coming;
}

async function fetchText(url: string): Promise<void> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin' });
    // Read to its end, so that the import finds it in the browser's cache.
    await response.text();
  } catch (error) {
    throw new Absent('away', `${url} did not come`, error);
  }
  // A server that knows pages by any name answers with the page in place of a file it does not have.
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html') === true;
  if (response.status === 404 || response.status === 410 || (response.ok && isPage)) {
    throw new Absent('gone', `${url} is not there any more`);
  }
  if (!response.ok) throw new Absent('away', `${url} answered ${String(response.status)}`);
}

/**
 * Imports a module after its files: `names` are theirs, relative to `from`, the address of the file that imports.
 * Rejects with `Absent`.
 */
export async function bring<T>(load: () => Promise<T>, names: readonly string[] = [], from = ''): Promise<T> {
  await Promise.all(names.map((name) => fetchFile(new URL(name, from).href)));
  try {
    return await load();
  } catch (error) {
    if (error instanceof Absent) throw error;
    throw new Absent('stuck', `a part of the page did not start: ${String(error)}`, error);
  }
}
