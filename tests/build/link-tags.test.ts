import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linkPicture, linkTags, siteAddress } from '../../build/link-tags';

/** Width and height of a PNG: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(file: string): readonly [number, number] {
  const bytes = readFileSync(new URL(`../../public/${file}`, import.meta.url));
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

function contents(address: string): ReadonlyMap<string, string> {
  return new Map(
    linkTags(address).map(({ attrs = {} }) => [
      [attrs['property'], attrs['name'], attrs['rel']].join(' ').trim() +
        (attrs['media'] ? ` ${String(attrs['media'])}` : ''),
      String(attrs['content'] ?? attrs['href']),
    ]),
  );
}

describe('what is said to those who show a link', () => {
  test('names the picture by its whole address where the build knows it', () => {
    const tags = contents('https://example.com/playground/');
    expect(tags.get('og:image')).toBe('https://example.com/playground/link-preview.png');
    expect(tags.get('og:url')).toBe('https://example.com/playground/');
    expect(tags.get('canonical')).toBe('https://example.com/playground/');
    expect(tags.get('twitter:card')).toBe('summary_large_image');
  });

  test('names it beside the page where the build does not', () => {
    const tags = contents('');
    expect(tags.get('og:image')).toBe('./link-preview.png');
    expect([...tags.keys()]).not.toContain('og:url');
    expect([...tags.keys()]).not.toContain('canonical');
  });

  test('the picture is there in the size that is said', () => {
    expect(sizeOf(linkPicture.file)).toEqual([linkPicture.width, linkPicture.height]);
    expect([linkPicture.width, linkPicture.height]).toEqual([1200, 630]);
  });

  test.each([
    ['', ''],
    ['https://example.com', 'https://example.com/'],
    ['https://example.com/a/b/', 'https://example.com/a/b/'],
    ['https://example.com/a?x#y', 'https://example.com/a/'],
  ])('the address %j is %j', (given, want) => {
    expect(siteAddress(given)).toBe(want);
  });

  test('an address of another kind is refused', () => {
    expect(() => siteAddress('example.com')).toThrow('no http address');
  });
});

interface Manifest {
  readonly start_url: string;
  readonly scope: string;
  readonly id: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly type: string }[];
}

describe('the manifest', () => {
  const manifest = JSON.parse(
    readFileSync(new URL('../../public/manifest.webmanifest', import.meta.url), 'utf8'),
  ) as Manifest;

  test('names no address that ties the page to one folder', () => {
    expect([manifest.start_url, manifest.scope, manifest.id]).toEqual(['./', './', './']);
    expect(manifest.icons.filter(({ src }) => !src.startsWith('./'))).toEqual([]);
  });

  test('has icons that are there, in the sizes it says', () => {
    const pictures = manifest.icons.filter(({ type }) => type === 'image/png');
    expect(pictures.map(({ sizes }) => sizes).sort()).toEqual(['192x192', '192x192', '512x512', '512x512']);
    for (const { src, sizes } of pictures) expect(sizeOf(src.slice(2)).join('x')).toBe(sizes);
    expect(sizeOf('icons/apple-touch-icon.png')).toEqual([180, 180]);
  });

  test('and the page have the colours of the style sheet', () => {
    const css = readFileSync(new URL('../../src/app.css', import.meta.url), 'utf8');
    const surfaces = [...css.matchAll(/--surface: (#[0-9a-f]{6})/g)].map(([, color]) => color);
    const tags = contents('');
    expect([
      tags.get('theme-color (prefers-color-scheme: light)'),
      tags.get('theme-color (prefers-color-scheme: dark)'),
    ]).toEqual(surfaces.slice(0, 2));
  });
});
