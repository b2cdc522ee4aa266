/** The `test` every browser test uses: a page whose complaints fail the test, and a webhook receiver on demand. */
import { type ConsoleMessage, type Page, test as base, expect } from '@playwright/test';
import { type Receiver, startReceiver } from './server';

/**
 * What a page complained about: console errors and warnings, uncaught exceptions, violations of the content security
 * policy.
 */
export class Complaints {
  private readonly heard: string[] = [];
  /** Playwright says so itself where the tests' configuration blocks service workers. */
  private readonly awaited: RegExp[] = [/Service Worker registration blocked by Playwright/];

  /** Every complaint so far, the expected ones included. */
  get all(): readonly string[] {
    return this.heard;
  }

  /** The complaints no `expect` call accounts for. */
  get unexpected(): readonly string[] {
    return this.heard.filter((complaint) => !this.awaited.some((pattern) => pattern.test(complaint)));
  }

  /**
   * Announces a complaint the test brings about on purpose, such as the browser's line for a request blocked by CORS.
   */
  expect(pattern: RegExp): void {
    this.awaited.push(pattern);
  }

  /** Listens to a page; the `page` fixture is listened to already, further pages and popups are not. */
  async listen(page: Page): Promise<void> {
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error' || message.type() === 'warning') this.heard.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.heard.push(`exception: ${error.message}`));
    // A blocked image or style is not always a console error, so the page reports violations itself.
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
      });
    });
  }
}

interface Fixtures {
  /** The page's complaints; a test that leaves unexpected ones fails when it ends. */
  readonly complaints: Complaints;
  /** A webhook receiver of the test's own. */
  readonly receiver: Receiver;
}

/** Playwright's `test` with `complaints` on every page and a `receiver` for whoever asks. */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({ page }, use) => {
      const complaints = new Complaints();
      await complaints.listen(page);
      await use(complaints);
      expect(complaints.unexpected, 'what the page complained about').toEqual([]);
    },
    { auto: true },
  ],
  // Playwright wants the fixtures it depends on as a destructured parameter, even when there are none.
  // eslint-disable-next-line no-empty-pattern
  receiver: async ({}, use) => {
    const receiver = await startReceiver();
    await use(receiver);
    await receiver.close();
  },
});

export { expect };
