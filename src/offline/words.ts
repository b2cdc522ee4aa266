/** What the page and its service worker say to each other. */

/** Tells a worker that waits to take over from the one that answers now. */
export const takeOver = 'take over';

/** The service worker's file, beside `index.html`: the same name in every release, as browsers compare it by name. */
export const workerFile = 'service-worker.js';
