/** The page as the build draws it, in Node: the default project, with the page's own components and pipeline. */
import { render } from 'svelte/server';
import { Playground, checksum, keepNothing } from './app';
import { stillSheet } from './editor';
import App from './ui/shell/App.svelte';

/** What the build puts into index.html. */
export interface FirstSight {
  /** The page's markup. */
  readonly html: string;
  /** The rules of the drawn editors, which are in no style sheet of the page. */
  readonly css: string;
  /** Of the drawn project, for the early script to know it again. */
  readonly checksum: number;
  /** The drawn texts, for tests. */
  readonly texts: { readonly template: string; readonly payload: string };
}

/** Draws the first sight. */
export async function firstSight(): Promise<FirstSight> {
  keepNothing();
  const app = Playground.ofNobody();
  await app.standing();
  // Node has no workers for the page, and here is nobody whom that would block.
  app.blocking = false;
  app.problems.stop();
  const { body } = render(App, { props: { app } });
  const { project, template, payload } = app.work;
  return {
    // Without the marks by which Svelte would take the markup over: the page is made anew beside it.
    html: body.replace(/<!--.*?-->/gs, ''),
    css: stillSheet().css,
    checksum: checksum(JSON.stringify(project)),
    texts: { template, payload },
  };
}
