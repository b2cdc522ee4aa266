/** Says at the top of the page, in plain words, why it does not come to life. What is stored is left as it is. */
export function sayTrouble(what: string): void {
  const place = document.getElementById('trouble');
  const [words, retry] = [place?.querySelector('p'), place?.querySelector('button')];
  if (place == null || words == null || retry == null) return;
  words.textContent = `${what} Your drafts are still stored in this browser.`;
  retry.onclick = () => {
    window.location.reload();
  };
  place.hidden = false;
}

/** The page came to life after all. */
export function endTrouble(): void {
  const place = document.getElementById('trouble');
  if (place !== null) place.hidden = true;
}
