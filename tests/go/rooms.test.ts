import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { readSource } from '../architecture/source';

/** The rooms of `src/go`, lowest first: a room imports itself and what is listed. A file is a room by its own name. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  version: [],
  errors: [],
  utf8: [],
  'byte-index': ['utf8'],
  meter: ['byte-index'],
  strconv: ['utf8'],
  url: ['utf8'],
  reflect: ['version', 'errors', 'utf8', 'strconv'],
  json: ['version', 'errors', 'utf8', 'meter', 'strconv', 'reflect'],
  fmt: ['version', 'errors', 'utf8', 'meter', 'strconv', 'reflect'],
  template: ['errors', 'utf8', 'meter', 'version', 'strconv', 'url', 'reflect', 'fmt'],
  index: ['errors', 'utf8', 'meter', 'version', 'strconv', 'reflect', 'json', 'fmt', 'template'],
};

const root = new URL('../../src/go/', import.meta.url);

function roomOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '');
}

/** Every import from one room of another, as `from → to`. */
function arrows(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) continue;
    for (const { specifier } of readSource(path, readFileSync(new URL(path, root), 'utf8')).imports) {
      const to = roomOf(posix.join(posix.dirname(path), specifier ?? ''));
      if (to !== roomOf(path)) found.add(`${roomOf(path)} → ${to}`);
    }
  }
  return found;
}

test('the rooms of the engine import what stands below them, each as it is listed', () => {
  const listed = Object.entries(rooms).flatMap(([from, below]) => below.map((to) => `${from} → ${to}`));
  expect([...arrows()].sort()).toEqual(listed.sort());
});
