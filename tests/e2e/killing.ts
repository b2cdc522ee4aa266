/** Ends the processes that draw pages, as a full memory does: without a word to the page. */
import type { Browser } from '@playwright/test';

/** What `SystemInfo.getProcessInfo` tells. https://chromedevtools.github.io/devtools-protocol/tot/SystemInfo/ */
interface ProcessInfo {
  readonly type: string;
  readonly id: number;
}

/** Kills every renderer of a browser. Its pages can be used no more. */
export async function killRenderers(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  for (const { type, id } of processInfo as readonly ProcessInfo[])
    if (type === 'renderer') process.kill(id, 'SIGKILL');
}
