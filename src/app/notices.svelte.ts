/**
 * Short messages at the bottom of the page, one at a time, with at most one action such as Undo. What is offered for as
 * long as the page is open stands while nothing else is said.
 */

/** What a notice says and offers. */
export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Whether it stays until it is dismissed: what it offers is the only way back to something. */
  readonly stays?: boolean;
}

/** Shows the latest notice for a while: 10 s with an action, 4 s without; longer while it is hovered or focused. */
export class Notices {
  private latest = $state.raw<Notice | null>(null);
  private offered = $state.raw<Notice | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** What is shown now. */
  get current(): Notice | null {
    return this.latest ?? this.offered;
  }

  show(notice: Notice): void {
    this.latest = notice;
    this.resume();
  }

  /** Shows a notice whenever there is no other, until it is dismissed or something else is offered. */
  offer(notice: Notice): void {
    this.offered = notice;
  }

  /** Takes away what is shown now. */
  dismiss(): void {
    this.pause();
    if (this.latest === null) this.offered = null;
    this.latest = null;
  }

  pause(): void {
    clearTimeout(this.timer);
  }

  resume(): void {
    this.pause();
    if (this.latest?.stays === true) return;
    const wait = this.latest?.action === undefined ? 4000 : 10_000;
    this.timer = setTimeout(() => {
      this.latest = null;
    }, wait);
  }
}
