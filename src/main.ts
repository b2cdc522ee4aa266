import './app.css';
import { mount } from 'svelte';
import { Drafts, Playground } from './app';
import App from './ui/shell/App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('index.html lacks the element #app');
try {
  mount(App, { target, props: { app: new Playground(await Drafts.open()) } });
} catch (error) {
  // Nothing is drawn, so plain words have to do. What is stored is left as it is.
  target.textContent = `The playground could not start: ${String(error)}. Your drafts are still stored in this browser. `;
  const retry = document.createElement('button');
  retry.textContent = 'Try again';
  retry.onclick = () => {
    window.location.reload();
  };
  target.append(retry);
}
