/** What the keys in the browser's storage begin with. */
export const prefix = 'coroot-playground.';
