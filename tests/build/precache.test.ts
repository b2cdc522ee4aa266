import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { precacheOf } from '../../build/precache';

let folder = '';

function write(files: Readonly<Record<string, string>>): void {
  folder ||= mkdtempSync(join(tmpdir(), 'playground-precache-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  folder = '';
});

/** SHA-256 of the empty text and of `abc`: https://www.di-mgt.com.au/sha_testvectors.html */
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

test('whatever the build wrote is listed with its hash, and the page as its folder', () => {
  write({ 'index.html': 'abc', 'assets/a.js': '', 'assets/deep/er/b.css': 'abc', 'licenses.md': '' });
  expect(precacheOf(folder).files).toEqual([
    ['assets/a.js', empty],
    ['assets/deep/er/b.css', abc],
    ['', abc],
    ['licenses.md', empty],
  ]);
});

test('what only developers, servers and readers of links want is left out', () => {
  write({ 'index.html': '', 'favicon.svg': '', 'manifest.webmanifest': '' });
  write({ 'assets/a.js.map': '', 'service-worker.js': '', 'service-worker.js.map': '', _headers: '' });
  write({ 'screenshot.png': '', 'link-preview.png': '', 'icons/icon-192.png': '' });
  expect(precacheOf(folder).files.map(([path]) => path)).toEqual(['favicon.svg', '', 'manifest.webmanifest']);
});

test('a name with characters that addresses write otherwise is listed as the address', () => {
  write({ 'index.html': '', 'assets/ü b.js': '' });
  expect(precacheOf(folder).files.map(([path]) => path)).toEqual(['assets/%C3%BC%20b.js', '']);
});

test('the version changes with any content and any name, and with nothing else', () => {
  write({ 'index.html': '1', 'assets/a.js': '1' });
  const { version } = precacheOf(folder);
  expect(version).toMatch(/^[0-9a-f]{16}$/);
  write({ 'assets/a.js.map': 'not part of it' });
  expect(precacheOf(folder).version).toBe(version);
  write({ 'assets/a.js': '2' });
  const second = precacheOf(folder).version;
  expect(second).not.toBe(version);
  write({ 'assets/a.js': '1', 'assets/b.js': '1' });
  expect([version, second]).not.toContain(precacheOf(folder).version);
});

test('a folder without a page is no build', () => {
  write({ 'assets/a.js': '' });
  expect(() => precacheOf(folder)).toThrow('has no index.html');
});
