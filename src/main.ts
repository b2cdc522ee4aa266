import './app.css';
import { mount } from 'svelte';
import { Playground } from './app';
import App from './ui/shell/App.svelte';

/**
 * Starts the page. Nothing is awaited outside of a function here: what is fetched on demand imports parts of this very
 * script, and would wait until all of it has run.
 */
async function start(target: HTMLElement): Promise<void> {
  try {
    mount(App, { target, props: { app: await Playground.open() } });
  } catch (error) {
    tellFailure(target, error);
  }
}

/** Nothing is drawn, so plain words have to do. What is stored is left as it is. */
function tellFailure(target: HTMLElement, error: unknown): void {
  target.textContent = `The playground could not start: ${String(error)}. Your drafts are still stored in this browser. `;
  const retry = document.createElement('button');
  retry.textContent = 'Try again';
  retry.onclick = () => {
    window.location.reload();
  };
  target.append(retry);
}

const target = document.getElementById('app');
if (target === null) throw new Error('index.html lacks the element #app');
void start(target);
