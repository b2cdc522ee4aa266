import './app.css';
import { flushSync, mount } from 'svelte';
import { Playground, endTrouble, handOver, readyToShow, sayTrouble, useWholeSheet, wordEnded } from './app';
import App from './ui/shell/App.svelte';

/**
 * Puts the page in place of what the build drew. Who sees the drawn project sees it until the page stands, out of
 * sight; who has work of their own, or where nothing is drawn, sees the page as it comes.
 */
async function start(drawn: HTMLElement): Promise<void> {
  const [app] = await Promise.all([Playground.open(), useWholeSheet()]);
  const page = document.createElement('div');
  page.className = 'arriving';
  drawn.after(page);
  const isSeen = drawn.classList.contains('first-sight') && document.documentElement.dataset['returning'] === undefined;
  try {
    mount(App, { target: page, props: { app } });
    if (isSeen) {
      flushSync();
      await readyToShow(app);
      await wordEnded(drawn);
    }
  } catch (error) {
    page.remove();
    throw error;
  }
  handOver(app, drawn, page, flushSync);
  delete document.documentElement.dataset['returning'];
  endTrouble();
}

const drawn = document.getElementById('app');
if (drawn === null) throw new Error('index.html lacks the element #app');
// Nothing is awaited outside of a function here: what is fetched on demand imports parts of this very script, and would
// wait until all of it has run.
start(drawn).catch((error: unknown) => {
  sayTrouble(`The playground could not start: ${String(error)}.`);
});
