/** Short messages at the bottom of the page, one at a time, with at most one action such as Undo. */

/** What a notice says and offers. */
export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Whether it stays until it is dismissed: what it offers is the only way back to something. */
  readonly stays?: boolean;
}

/** Shows the latest notice for a while: 10 s with an action, 4 s without; longer while it is hovered or focused. */
export class Notices {
  current = $state.raw<Notice | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;

  show(notice: Notice): void {
    this.current = notice;
    this.resume();
  }

  dismiss(): void {
    this.pause();
    this.current = null;
  }

  pause(): void {
    clearTimeout(this.timer);
  }

  resume(): void {
    this.pause();
    if (this.current?.stays === true) return;
    const wait = this.current?.action === undefined ? 4000 : 10_000;
    this.timer = setTimeout(() => {
      this.current = null;
    }, wait);
  }
}
