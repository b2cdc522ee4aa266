/**
 * The page's whole style sheet. The first sight has the rules that it uses with it, so the sheet is fetched as one for
 * print, which holds no painting up, and comes into force before the page takes over.
 */

/** Puts the sheet into force. Rejects where it cannot be fetched. */
export async function useWholeSheet(): Promise<void> {
  const waiting = document.querySelector<HTMLLinkElement>('link[rel=stylesheet][media=print]');
  if (waiting === null) return;
  // A copy, because one that has come or failed already says so no more.
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  const there = new Promise<void>((resolve, reject) => {
    sheet.addEventListener('load', () => {
      resolve();
    });
    sheet.addEventListener('error', () => {
      reject(new Error('its style sheet could not be fetched'));
    });
  });
  sheet.setAttribute('href', waiting.getAttribute('href') ?? '');
  waiting.replaceWith(sheet);
  await there;
}
