/**
 * Fetches the rest of the page while nobody waits for anything, so that a later click is instant and the page is
 * complete when the server goes away. For where no service worker does that; not where a browser saves data.
 */
import { fetchFile } from './bring';

/** The list that the build writes: names of files, relative to it. */
interface Chunks {
  /** Modules of the page. */
  readonly modules: readonly string[];
  /** Other scripts, which are fetched by whoever runs them. */
  readonly scripts: readonly string[];
}

/** Where the list is. */
const list = './chunks.json';

/** How long the page may keep the browser busy before what is not urgent is done all the same, in milliseconds. */
const patience = 2000;

/** The next moment at which the browser has nothing to do, or one soon where it does not tell. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      resolve();
    };
    // Safari has no such moments: https://caniuse.com/requestidlecallback
    if (typeof requestIdleCallback === 'function') requestIdleCallback(go, { timeout: patience });
    else setTimeout(go, 200);
  });
}

/** https://wicg.github.io/savedata/#savedata-attribute */
function savesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}

function isChunks(value: unknown): value is Chunks {
  const { modules, scripts } = value as Readonly<Record<string, unknown>>;
  return Array.isArray(modules) && Array.isArray(scripts);
}

/**
 * Fetches everything, one file at a time, until there is no more or `stopped` says so. What cannot be fetched is left:
 * whoever wants it is told then.
 */
export async function prefetch(stopped: () => boolean): Promise<void> {
  // A page that was opened as a file is one file.
  if (savesData() || window.location.protocol === 'file:') return;
  await idle();
  try {
    const response = await fetch(list);
    const chunks: unknown = await response.json();
    if (!isChunks(chunks)) return;
    for (const [i, name] of [...chunks.modules, ...chunks.scripts].entries()) {
      await idle();
      if (stopped()) return;
      const url = new URL(name, response.url).href;
      await fetchFile(url);
      if (i < chunks.modules.length) keepModule(url);
    }
  } catch {
    // Nobody asked for it. The development server has no list.
  }
}

/** Has the browser read a module that is in its cache, so that importing it asks nobody any more. */
function keepModule(url: string): void {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = url;
  document.head.append(link);
}
