import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { afterEach, describe, expect, test } from 'vitest';
import { inOneFile, singleFile } from '../../build/single-file';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Builds a page of these files, as the page itself is built. Returns the one file, and the names of all there are. */
async function built(files: Readonly<Record<string, string>>): Promise<{ html: string; names: readonly string[] }> {
  const root = mkdtempSync(join(tmpdir(), 'playground-one-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const options = { configFile: false, root, base: './', mode: 'single', logLevel: 'error' } as const;
  await build({ ...options, plugins: [inOneFile()], html: { cspNonce: 'playground' } });
  const out = join(root, 'dist-single');
  return { html: readFileSync(join(out, singleFile), 'utf8'), names: readdirSync(out) };
}

const page = `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <title>One</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <script type="module" src="/main.js"></script>
  </body>
</html>`;

/** The texts of a page's scripts. */
function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, text]) => text ?? '');
}

describe('a page of one file', () => {
  test('has its styles, and what it fetches later, in it', async () => {
    const { html, names } = await built({
      'index.html': page,
      'main.js': `import './style.css';\nconst { late } = await import('./late.js');\ndocument.title = late;`,
      'late.js': `export const late = 'came late';`,
      'style.css': `b { color: red }`,
    });
    expect(names).toEqual([singleFile]);
    expect(html).toContain('came late');
    expect(html).toMatch(/<style nonce="playground">b\{color:red\}/);
    expect(html).not.toMatch(/(?:src|href)="(?!data:)/);
  });

  test('takes exactly its own script', async () => {
    const { html } = await built({ 'index.html': page, 'main.js': `document.title = 'two';` });
    const scripts = scriptsOf(html);
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256').update(scripts[0]!).digest('base64');
    expect(/script-src ([^;]*);/.exec(html)?.[1]).toBe(`'sha256-${hash}'`);
  });

  test('is not ended or hidden by what its script says', async () => {
    const { html } = await built({
      'index.html': page,
      'main.js': `document.title = '</script><!-- <script> ' + document.title;`,
    });
    const [script, ...more] = scriptsOf(html);
    expect(more).toEqual([]);
    expect(script).not.toMatch(/<!--|<\/?script/i);
    const seen = { title: 'x' };
    // What the browser would run says the same.
    runInNewContext(script!, { document: seen });
    expect(seen.title).toBe('</script><!-- <script> x');
  });

  test('starts its worker from text, whatever way it is named', async () => {
    for (const main of [
      `new Worker(new URL('./work.js', import.meta.url), { type: 'module' });`,
      `import address from './work.js?worker&url';\nnew Worker(new URL(address, import.meta.url), { type: 'module' });`,
    ]) {
      const { html, names } = await built({
        'index.html': page,
        'main.js': main,
        'work.js': `import('./late.js').then(({ late }) => postMessage(late + '</script>'));`,
        'late.js': `export const late = 'worked';`,
      });
      expect(names).toEqual([singleFile]);
      expect(html).toContain('worked');
      expect(html).toMatch(/new Blob\(\[/);
      expect(html).toContain('worker-src blob:;');
      // Chromium starts no module from a text in a page from `file://`.
      expect(html).not.toMatch(/new Worker\([^;]*type:\W*module/);
      expect(html).not.toMatch(/work-[\w-]+\.js/);
    }
  });

  test('without a charset is refused, as a policy has no place in it', async () => {
    const files = { 'index.html': page.replace('<meta charset="utf-8" />', ''), 'main.js': 'document.title = "x";' };
    await expect(built(files)).rejects.toThrow('charset');
  });
});
