/**
 * What `service-worker.ts` uses of a service worker's global scope. The compiler's own description of it
 * (`lib.webworker`) cannot be in one program with that of pages.
 * https://w3c.github.io/ServiceWorker/#serviceworkerglobalscope-interface
 */

/** An event that keeps the worker alive until what it started has ended. */
export interface LastingEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

/** A request of a page, or of a worker of its. */
export interface RequestEvent extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** A message of a page. */
export interface WordEvent extends LastingEvent {
  readonly data: unknown;
}

/** The scope itself. */
export interface WorkerScope {
  readonly location: { readonly href: string };
  readonly clients: {
    /** Has the pages that are open already be answered by this worker. */
    claim(): Promise<void>;
    matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WordEvent) => void): void;
}
