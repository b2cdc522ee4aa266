/** Which dialog is open: the one place that says so. */

/** The dialogs that a person opens; one is open at a time. */
export type DialogName = 'gallery' | 'share' | 'history' | 'palette' | 'keys' | 'coroot' | 'compare' | 'keep';

/** A link that could not be opened, with whatever text could be rescued from it. */
export interface BadLink {
  readonly message: string;
  readonly raw: string;
  readonly recovered: string;
}

/** The dialogs of the page. */
export class Dialogs {
  /** The one that is open, or null. */
  current = $state<DialogName | null>(null);
  /** What the recovery screen shows; it is open while there is something. */
  badLink = $state.raw<BadLink | null>(null);

  open(name: DialogName): void {
    this.current = name;
  }

  close(): void {
    this.current = null;
  }
}
