import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type CorootVersion,
  corootVersions,
  decodePayload,
  defaultVersion,
  lackingFields,
  notificationKinds,
  render,
  samplesFor,
} from '../../src/coroot';
import { corootFunctions } from '../../src/coroot/funcs';
import { parseTemplate } from '../../src/go';
import { type Platform, platforms, presetsOf } from './all';
import { type Parts, fill, joined } from '../../src/platforms/presets/join';
import { withoutFields } from '../../src/platforms/presets/release';

/** Every text that can be loaded, under the name of the first version that it is for. */
const everyTemplate = platforms.flatMap((platform) =>
  presetsOf(platform).flatMap(({ flavour, templatesFor }) =>
    notificationKinds.flatMap((kind) =>
      corootVersions
        .map((version) => ({ platform, flavour, kind, version, text: templatesFor(version)[kind] }))
        .filter(
          ({ text, version }, i, all) => i === all.findIndex((t) => t.text === text && t.version.go === version.go),
        ),
    ),
  ),
);
const templates = everyTemplate.filter(({ version }) => version === defaultVersion);

/** The files that robust templates are put together from, by their path in `src/platforms`. */
const root = new URL('../../src/platforms/', import.meta.url);
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name.endsWith('.tmpl') && !entry.parentPath.endsWith('/documented'))
  .map((entry) => `${entry.parentPath}/${entry.name}`)
  .map((path) => ({ path: path.slice(root.pathname.length), text: readFileSync(path, 'utf8') }));

/** Whether the text has all of the file, whatever its names stand for. */
function holds(text: string, file: string): boolean {
  let at = 0;
  for (const piece of file.replace(/\n$/, '').split(/⟨\w+⟩/)) {
    const found = text.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return true;
}

/** The templates put together from files that have the text of a file. */
function usersOf(file: string): typeof templates {
  return templates.filter(({ flavour, text }) => flavour !== 'documented' && holds(text, file));
}

describe('every template', () => {
  const name = '$platform.id $flavour $kind $version.id parses, and has what it calls and no more';
  test.each(everyTemplate)(name, ({ kind, text, version }) => {
    expect(parseTemplate(kind, text, corootFunctions, version.go)).toMatchObject({ ok: true });
    expect(text).not.toMatch(/[⟨⟩]/);
    const defined = [...text.matchAll(/\bdefine "([^"]+)"/g)].map(([, name]) => name);
    const calls = [...text.matchAll(/\btemplate "([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(calls)).toEqual(new Set(defined));
    expect(new Set(defined).size).toBe(defined.length);
  });
});

describe('what templates say alike', () => {
  const bodies = new Set<string>(notificationKinds.map((kind) => `${kind}.tmpl`));
  const own = files.filter(({ path }) => path.startsWith('each/') && !bodies.has(path.replace(/.*\//, '')));
  const common = files.filter(({ path }) => path.startsWith('presets/'));

  test.each(own)('$path is in two templates of its platform', ({ path, text }) => {
    const users = usersOf(text).filter(({ platform }) => path.startsWith(`each/${platform.id}/`));
    expect(users.length).toBeGreaterThan(1);
  });

  test.each(common)('$path is in templates of two platforms', ({ text }) => {
    expect(new Set(usersOf(text).map(({ platform }) => platform)).size).toBeGreaterThan(1);
  });

  test.each([...own, ...common])('$path stands in no other file', ({ path, text }) => {
    expect(files.filter((file) => file.path !== path && holds(file.text, text)).map((file) => file.path)).toEqual([]);
  });

  const defines = files.filter(({ text }) => text.includes('define "'));

  test('a helper has a file of its own', () => {
    expect(defines.length).toBeGreaterThan(5);
    for (const { text } of defines) expect(text).toMatch(/^\{\{- define "(?:(?!\bdefine ")[^])*\{\{ end -?\}\}\n$/);
  });

  test('no helper stands in two files, by whatever name', () => {
    const texts = defines.map(({ text }) => text.replace(/define "[^"]+"/, ''));
    expect(new Set(texts).size).toBe(texts.length);
  });

  test('no longer run of lines stands in two places', () => {
    const places = new Map<string, readonly string[]>();
    for (const { path, text } of files) {
      const lines = text.replace(/\n$/, '').split('\n');
      for (let from = 0; from + 3 <= lines.length; from++) {
        const run = lines.slice(from, from + 3).join('\n');
        if (run.length >= 200) places.set(run, [...(places.get(run) ?? []), path]);
      }
    }
    expect(places.size).toBeGreaterThan(50);
    expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });
});

const kinds = { incident: 'I', deployment: 'D', alert: 'A' };

interface Row {
  readonly name: string;
  readonly parts: Partial<Parts>;
  readonly want: string;
}

/** The comment above helpers that trims what stands before it. */
function below(about: string): string {
  return `{{- /* Helpers, which can be left alone. ${about} */ -}}`;
}

const rows: readonly Row[] = [
  { name: 'a body as it is', parts: { incident: '$&\n' }, want: '$&\n' },
  {
    name: 'the comment, the body, the helpers below a comment of their own',
    parts: {
      note: 'note\n',
      about: 'They help.\n',
      helpers: ['define "b"\n', 'define "a"\n'],
      incident: 'template "a" template "b"',
    },
    want: `note\ntemplate "a" template "b"\n\n${below('They help.')}\ndefine "b"\ndefine "a"`,
  },
  {
    name: 'what people edit first, and the comment behind it',
    parts: { top: kinds, note: 'note\n', incident: 'edited\nhere\n\nbody\n\nend' },
    want: 'I\nedited\nhere\n\nnote\nbody\n\nend',
  },
  { name: 'no comment where nothing follows', parts: { top: 'top\n', incident: 'a\n\nb' }, want: 'top\na\n\nb' },
  {
    name: 'helpers behind a body that ends with a line feed, which stays',
    parts: { helpers: ['define "a"\n'], incident: 'template "a"\n', about: '1' },
    want: `template "a"\n${below('1').replace('{{- ', '{{')}\ndefine "a"`,
  },
  {
    name: 'helpers that are called, also by pieces and helpers',
    parts: {
      about: '1',
      helpers: ['define "put"', 'define "cut" template "put"', 'define "other"'],
      pieces: { name: 'template "cut"' },
      incident: '⟨name⟩',
    },
    want: `template "cut"\n\n${below('1')}\ndefine "put"\ndefine "cut" template "put"`,
  },
  {
    name: 'helpers that call themselves and each other',
    parts: {
      about: '1',
      helpers: ['define "a" template "b"', 'define "b" template "a" template "b"'],
      incident: 'template "b"',
    },
    want: `template "b"\n\n${below('1')}\ndefine "a" template "b"\ndefine "b" template "a" template "b"`,
  },
  {
    name: 'a piece in a line and in a piece, without the end of its file',
    parts: { pieces: { a: '<⟨b⟩>\n', b: '$1\n\n' }, incident: '⟨a⟩ ⟨b⟩' },
    want: '<$1\n> $1\n',
  },
  {
    name: 'pieces and comments of each kind',
    parts: { note: kinds, about: 'never', pieces: { a: kinds }, incident: '⟨a⟩' },
    want: 'I\nI',
  },
  { name: 'an empty comment', parts: { note: { ...kinds, incident: '' }, incident: '⟨kind⟩' }, want: 'incident' },
  { name: 'a name without a text', parts: { incident: '⟨other⟩' }, want: '⟨other⟩' },
];

describe('joined', () => {
  test.each(rows)('$name', ({ parts, want }) => {
    expect(joined({ incident: '', deployment: '', alert: '', ...parts })(defaultVersion).incident).toBe(want);
  });

  test('all kinds', () => {
    const parts = { pieces: { a: kinds }, incident: '1⟨a⟩', deployment: '2⟨a⟩⟨kind⟩', alert: '3⟨a⟩⟨kind⟩' };
    expect(joined(parts)(defaultVersion)).toEqual({
      incident: '1I',
      deployment: '2Ddeployment',
      alert: '3Aalert',
    });
  });

  test('fill takes numbers', () => {
    expect(fill('%.⟨bytes⟩s ⟨bytes⟩', { bytes: 40 })).toBe('%.40s 40');
  });
});

describe('without the fields that a release lacks', () => {
  const rows = [
    {
      name: 'a line, with the white space that its actions trim',
      text: 'a\n{{- with .X }} x{{ end }}\nb',
      want: 'a\nb',
    },
    { name: 'white space that nothing trims', text: 'a {{ with .X }}x{{ end }} b', want: 'a  b' },
    { name: 'white space on both sides', text: 'a\n{{- with .X }}x{{ end -}}\nb', want: 'ab' },
    {
      name: 'the line feed before another action that trims it',
      text: '{{ $a := 1 -}}\n{{- with .X }}x{{ end -}}\n{{- $a }}',
      want: '{{ $a := 1 -}}\n{{- $a }}',
    },
    {
      name: 'white space after an action that trims it',
      text: '{{ $a -}}\n{{- with .X }}x{{ end -}}\n\n{b}',
      want: '{{ $a -}}\n\n{b}',
    },
    { name: 'else stays', text: '1 {{ with .X }}x{{ else }}null{{ end }},', want: '1 null,' },
    {
      name: 'to its own end, and its own else',
      text: '<{{ with .X }}{{ if .Y }}1{{ else }}2{{ end }}{{ range .Z }}3{{ else }}4{{ end }}{{ else }}5{{ end }}>',
      want: '<5>',
    },
    {
      name: 'several',
      text: '{{ with .X }}1{{ end }}{{ with .W }}2{{ end }}{{ with .Y }}3{{ end }}',
      want: '{{ with .W }}2{{ end }}',
    },
    { name: 'one in another', text: '{{ with .X }}{{ with .Y }}{{ end }}{{ end }}!', want: '!' },
    {
      name: 'other actions',
      text: '{{ if .X }}{{ with .XY }}{{ end }}{{ end }}',
      want: '{{ if .X }}{{ with .XY }}{{ end }}{{ end }}',
    },
  ];
  test.each(rows)('$name', ({ text, want }) => {
    expect(withoutFields(text, ['X', 'Y'])).toBe(want);
    expect(withoutFields(text, [])).toBe(text);
  });
});

describe('on a release that lacks fields, a robust template says what the newest says without them', () => {
  const lacking = corootVersions.filter((v) => v.data === 'struct' && lackingFields('incident', v).length > 0);
  const oldest = lacking.at(-1)!;

  test('there is one', () => {
    expect(oldest.clusters).toBe(defaultVersion.clusters);
  });

  function bodyOf(platform: Platform, version: CorootVersion, payload: string): string {
    const decoded = decodePayload(payload, 'incident', version);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
    const template = platform.robust.templatesFor(version).incident;
    const rendered = render({ kind: 'incident', template, value: decoded.value, go: version.go });
    if (!rendered.ok) throw new Error(rendered.message);
    return rendered.body;
  }

  test.each(platforms)('$id', (platform) => {
    const sent = samplesFor('incident', oldest).filter(({ payload }) => !payload.includes('rca_'));
    expect(sent.length).toBeGreaterThan(2);
    for (const { payload } of sent) {
      expect(bodyOf(platform, oldest, payload)).toBe(bodyOf(platform, defaultVersion, payload));
    }
  });
});
