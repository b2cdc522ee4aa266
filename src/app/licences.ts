/** The licences of the software and icons in the page, which travel with it. */

/** Their address. In the page of one file the build puts the text itself here, as a `data:` address. */
export const licences = './licenses.md';

/** The name to save them under, where browsers do not open their address in a tab; undefined elsewhere. */
export const licencesName = import.meta.env.MODE === 'single' ? 'licenses.md' : undefined;

/** Shows them in a tab of their own, or saves them. */
export function showLicences(): void {
  if (licencesName === undefined) {
    window.open(licences, '_blank', 'noopener');
    return;
  }
  const link = document.createElement('a');
  link.href = licences;
  link.download = licencesName;
  link.click();
}
