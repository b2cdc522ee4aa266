/**
 * Answers for the page without a network. One cache holds one version of the page: every file the build listed, under
 * its address and the hash of its content. Nothing else is kept: no answer of another origin, none to anything but GET.
 */
import { takeOver } from './offline/words';
import type { WorkerScope } from './offline/worker-scope';

/**
 * What the build says of the page (`build/precache.ts`): a name for this version, and each file's path below the scope
 * ('' is the page itself) with the SHA-256 of its content in hexadecimal digits.
 */
declare const precached: {
  readonly version: string;
  readonly files: readonly (readonly [path: string, hash: string])[];
};

const { version, files } = precached;
const worker = self as unknown as WorkerScope;
/** Where the page lies; there may be others on the same origin, and their caches stand beside ours. */
const scope = new URL('./', worker.location.href).href;
/** The start of our caches' names. A space is in no address, so no other scope's begin like this. */
const prefix = `coroot-playground ${scope} `;
const cacheName = prefix + version;
const hashes = new Map(files);
/** How many files are fetched at once: the page has requests of its own. */
const atOnce = 6;

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});
worker.addEventListener('activate', (event) => {
  // A page of the first visit is answered from now on, so that what it loads later is there without a network.
  event.waitUntil(Promise.all([worker.clients.claim(), tidy()]));
});
worker.addEventListener('message', (event) => {
  if (event.data === takeOver) event.waitUntil(worker.skipWaiting());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  // Who asks for `no-store` wants to know what the server has.
  if (request.method !== 'GET' || request.cache === 'no-store' || !request.url.startsWith(scope)) return;
  if (request.mode === 'navigate') event.waitUntil(tidy());
  const path = pathOf(request.url);
  const hash = hashes.get(path);
  if (hash !== undefined) event.respondWith(kept(request, path, hash));
  // The name of a file there has its hash in it. A page of an older version asks for those of its own.
  else if (path.startsWith('assets/')) event.respondWith(keptBefore(request));
});

/** The path below the scope that the list has for an address. */
function pathOf(address: string): string {
  const { origin, pathname } = new URL(address);
  const path = (origin + pathname).slice(scope.length);
  return path === 'index.html' ? '' : path;
}

/** What a file of this content is kept under. */
function keyOf(path: string, hash: string): string {
  return `${scope}${path}?${hash}`;
}

/** Caches of ours, in the order in which they were made. */
async function ourCaches(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

/** Fills this version's cache, or fails and leaves everything as it was. */
async function install(): Promise<void> {
  const there = await caches.has(cacheName);
  try {
    const cache = await caches.open(cacheName);
    const others = (await ourCaches()).filter((name) => name !== cacheName);
    const older = await Promise.all(others.map((name) => caches.open(name)));
    const waiting = [...files];
    const fetchNext = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) await take(file, cache, older);
    };
    await Promise.all(Array.from({ length: atOnce }, fetchNext));
  } catch (error) {
    if (!there) await caches.delete(cacheName);
    throw error;
  }
}

/** Puts one file into the cache: from an older one that has the same content, else from the server. */
async function take([path, hash]: readonly [string, string], cache: Cache, older: readonly Cache[]): Promise<void> {
  const key = keyOf(path, hash);
  for (const had of [cache, ...older]) {
    const answer = await had.match(key);
    if (answer === undefined) continue;
    if (had !== cache) await cache.put(key, answer);
    return;
  }
  await cache.put(key, await fetchChecked(path, hash));
}

/**
 * Fetches a file, first as browsers do, then past what they keep. Throws when the server does not have it, or has
 * another content under its name, as while a newer version is put there or behind a network's page for signing in.
 */
async function fetchChecked(path: string, hash: string): Promise<Response> {
  let why = '';
  for (const cache of ['default', 'reload'] as const) {
    const answer = await fetch(scope + path, { cache });
    const content = await answer.arrayBuffer();
    if (answer.ok && (await sha256(content)) === hash) {
      const headers = new Headers(answer.headers);
      // They are about the way here. A new answer also is none that was redirected, which a navigation may not get.
      for (const name of ['Content-Encoding', 'Content-Length', 'Vary']) headers.delete(name);
      return new Response(content, { headers });
    }
    why = answer.ok ? 'is not what was built' : `is answered with ${answer.status.toString()}`;
  }
  throw new Error(`The playground is not there offline: ${path === '' ? 'the page' : path} ${why}`);
}

async function sha256(content: ArrayBuffer): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A file of this version. Where the browser has thrown it away, the server's. */
async function kept(request: Request, path: string, hash: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(keyOf(path, hash))) ?? fetch(request);
}

/** A file that only another version has, else the server's. */
async function keptBefore(request: Request): Promise<Response> {
  for (const name of await ourCaches()) {
    const answer = await (await caches.open(name)).match(request.url, { ignoreSearch: true });
    if (answer !== undefined) return answer;
  }
  return fetch(request);
}

/** Throws older versions away where no page is open that may be one of them. */
async function tidy(): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.some(({ url }) => url.startsWith(scope))) return;
  const names = await ourCaches();
  // A cache that was made after ours is of a newer version, which waits.
  await Promise.all(names.slice(0, Math.max(0, names.indexOf(cacheName))).map((name) => caches.delete(name)));
}
