/** Registers the service worker, and tells whether it has the page, and when it has a newer version of it. */
import { takeOver, workerFile } from './words';

/** How often a page that stays open asks for a newer version, in milliseconds: when somebody comes back to it. */
const askAgain = 60 * 60 * 1000;

/** What the page needs of `window.trustedTypes`; browsers without it take plain addresses. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(address: string): string };
}

/**
 * The address of the service worker, which the page's content security policy takes from this policy alone.
 * https://w3c.github.io/trusted-types/dist/spec/
 */
function workerAddress(): string {
  const address = new URL(workerFile, document.baseURI).href;
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('playground-service-worker', { createScriptURL: () => address });
  return policy?.createScriptURL(address) ?? address;
}

/** Whether there is a service worker to be had: in a built page of several files, over https or on this machine. */
function possible(): boolean {
  const built = import.meta.env.PROD && import.meta.env.MODE !== 'single';
  return built && 'serviceWorker' in navigator && /^https?:$/.test(location.protocol);
}

/** When everything the page needs at once has arrived and the browser has nothing better to do. */
async function quiet(): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => {
      window.addEventListener('load', resolve, { once: true });
    });
  }
  await new Promise<void>((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 5000 });
    else setTimeout(resolve, 1000);
  });
}

/** What the page hears of its service worker. */
export interface Hears {
  /** The page is whole in this browser: it opens without a network. */
  ready(): void;
  /** It is not, or a newer version of it is not, and why. */
  failed(why: string): void;
  /**
   * A newer version is there whole. `goOver` makes this tab, and no other, go over to it: the page is loaded again.
   * Nothing is replaced before that is called.
   */
  newer(goOver: () => void): void;
}

/**
 * Makes the page work without a network from now on. Where service workers are not to be had, as over plain http,
 * nothing happens and nothing is heard. Resolves to whether there is one, which fetches all of the page.
 */
export async function keepOffline(hears: Hears): Promise<boolean> {
  if (!possible()) return false;
  await quiet();
  try {
    watch(await navigator.serviceWorker.register(workerAddress(), { scope: './' }), hears);
    return true;
  } catch (error) {
    hears.failed(String(error));
    return false;
  }
}

/** Tells of each worker: the one that answers, one that waits, one on its way, and those that will be found. */
function watch(registration: ServiceWorkerRegistration, hears: Hears): void {
  const follow = (worker: ServiceWorker): void => {
    const newer = registration.active !== null;
    let whole = false;
    const look = (): void => {
      if (worker.state === 'installed') {
        whole = true;
        if (newer) {
          hears.newer(() => {
            goOver(registration);
          });
        } else hears.ready();
      } else if (worker.state === 'redundant' && !whole) {
        hears.failed(newer ? 'not all of a newer version could be fetched' : 'not all of it could be fetched');
      }
    };
    worker.addEventListener('statechange', look);
    look();
  };
  if (registration.active !== null) hears.ready();
  for (const worker of [registration.waiting, registration.installing]) if (worker !== null) follow(worker);
  registration.addEventListener('updatefound', () => {
    if (registration.installing !== null) follow(registration.installing);
  });
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < askAgain) return;
    asked = Date.now();
    // Without a network there is no newer version, which is no failure.
    registration.update().catch(() => undefined);
  });
}

/** Lets the newer worker take over and loads the page again. Other tabs go on with the version they are of. */
function goOver({ waiting }: ServiceWorkerRegistration): void {
  // Another tab was first.
  if (waiting === null) {
    location.reload();
    return;
  }
  waiting.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload();
  });
  waiting.postMessage(takeOver);
}
