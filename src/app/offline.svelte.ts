/** The page without a network: whether it is there, and the offer to go over to a newer version, which may be left. */
import { keepOffline } from '../offline';
import type { Notices } from './notices.svelte';
import { tellWouldBeLost } from './not-kept';
import type { Saving } from './saving';
import type { Workspace } from './workspace.svelte';

/** What is known of the page without a network. */
export class Offline {
  /** What people are told when they look: a sentence. */
  words = $state('The page needs a network each time it is opened.');

  constructor(
    private readonly work: Workspace,
    private readonly saving: Saving,
    private readonly notices: Notices,
  ) {}

  /**
   * Makes the page be there without a network from now on, where the browser can. Resolves to whether it is seen to
   * that all of it is fetched.
   */
  start(): Promise<boolean> {
    return keepOffline({
      ready: () => {
        this.words = 'The page opens without a network, too.';
      },
      failed: (why) => {
        this.words = `The page is not there without a network as it should be: ${why}.`;
      },
      newer: (goOver) => {
        this.offer(goOver);
      },
    });
  }

  /**
   * Offers a newer version. `goOver` loads the page again with it: the work is saved before, and where the browser does
   * not keep it the page stays as it is.
   */
  offer(goOver: () => void): void {
    const run = (): void => {
      if (this.saving.save()) {
        goOver();
        return;
      }
      this.offer(goOver);
      tellWouldBeLost(this.notices, () => this.work.project);
    };
    this.notices.offer({ text: 'A newer version is ready. Your work is kept.', action: { label: 'Reload', run } });
  }
}
