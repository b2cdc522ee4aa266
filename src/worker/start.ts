/** Starts real workers, under the page's policy. */
import entry from './entry.ts?worker&url';
import type { StartWorker } from './lane';
import type { FromWorker } from './protocol';

/** As much of Trusted Types as is needed. https://developer.mozilla.org/docs/Web/API/Trusted_Types_API */
interface TrustedTypes {
  createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => ScriptUrls;
}

interface ScriptUrls {
  createScriptURL: (url: string) => string;
}

let scripts: ScriptUrls | null = null;

/** The address of the worker's script, as one that browsers with Trusted Types let a worker start from. */
function scriptUrl(): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  // A policy is made once: the page allows no second one of the name.
  scripts ??= trustedTypes?.createPolicy('playground-worker', { createScriptURL: own }) ?? { createScriptURL: own };
  return scripts.createScriptURL(entry);
}

/** No other script is ever started. */
function own(url: string): string {
  if (url !== entry) throw new TypeError(`${url} is not the worker of this page`);
  return url;
}

/** Starts the worker of the page. Throws where the browser has no workers, or lets the page start none. */
export const startWorker: StartWorker = ({ heard, broken }) => {
  const worker = new Worker(scriptUrl(), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    heard(data);
  });
  worker.addEventListener('error', (event) => {
    // Said below in the page's own words.
    event.preventDefault();
    broken();
  });
  return {
    send: (message) => {
      worker.postMessage(message);
    },
    end: () => {
      worker.terminate();
    },
  };
};
