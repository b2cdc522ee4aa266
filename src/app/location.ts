/**
 * The link in the address bar. The hash is read when the page opens or somebody changes it, written only when a person
 * shares, and taken away again on the first edit after that, so that a copied address never shows something else.
 */

/** The hash with its `#`, or ''. What the build draws has no address. */
export function currentHash(): string {
  if (typeof window === 'undefined') return '';
  return window.location.hash;
}

/** Puts a hash into the address without a new history entry and without a `hashchange` event; '' takes it away. */
export function replaceHash(hash: string): void {
  const { pathname, search } = window.location;
  window.history.replaceState(null, '', pathname + search + hash);
}

/** The address of this page with another hash, `#` included. */
export function addressWith(hash: string): string {
  const { origin, pathname, search } = window.location;
  return `${origin === 'null' ? 'file://' : origin}${pathname}${search}${hash}`;
}

/** Calls back when a person pastes another link into the address bar or goes back to one. Returns how to stop. */
export function onHashChange(run: (hash: string) => void): () => void {
  const listener = (): void => {
    run(currentHash());
  };
  window.addEventListener('hashchange', listener);
  return () => {
    window.removeEventListener('hashchange', listener);
  };
}

/** The host a URL names, with its port, or '' while the text is no complete URL. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
