import { createHash } from 'node:crypto';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Project, parseProject, projectLimits } from '../../src/share';
import { decode, encode } from '../../src/share/codec';
import { dictionary } from '../../src/share/dictionary';
import { documentedPayloads, documentedTemplates } from './documented';

const empty: Project = {
  kind: 'incident',
  version: 'documented',
  preset: null,
  templates: { incident: '', deployment: '', alert: '' },
  payloads: { incident: '', deployment: '', alert: '' },
  customFields: [],
};

const telegram: Project = {
  ...empty,
  preset: 'telegram',
  templates: documentedTemplates['telegram'] ?? empty.templates,
  payloads: documentedPayloads,
};

/** A link made from records with nothing but Node's own zlib and Buffer, to hold against ours. */
function linkOf(records: string | Uint8Array): string {
  const bytes = typeof records === 'string' ? Buffer.from(records, 'latin1') : records;
  const compressed = deflateRawSync(bytes, { level: 9, dictionary });
  return `#v1.${compressed.toString('base64url')}.${crc32(compressed).toString(16).padStart(8, '0')}`;
}

/** The records inside a link, read with nothing but Node's own zlib and Buffer, as Latin-1. */
function recordsOf(hash: string): string {
  const [, data = ''] = hash.split('.');
  return inflateRawSync(Buffer.from(data, 'base64url'), { dictionary }).toString('latin1');
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.integer({ min: 0xd7fe, max: 0xe001 }), { maxLength: 8 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(...Object.values(documentedTemplates).map(({ incident }) => incident), documentedPayloads.alert),
);

const plain = { noNullPrototype: true };
const texts = fc.record({ incident: anyText, deployment: anyText, alert: anyText }, plain);

const anyProject: fc.Arbitrary<Project> = fc
  .tuple(
    fc.record(
      {
        kind: fc.constantFrom('incident', 'deployment', 'alert'),
        version: fc.oneof(fc.constantFrom('documented', '1.19.2', ''), fc.string({ unit: 'binary', maxLength: 20 })),
        preset: fc.option(fc.string({ unit: 'binary', maxLength: 20 })),
        templates: texts,
        payloads: texts,
        customFields: fc.array(fc.tuple(anyText, anyText), { maxLength: 4 }),
      },
      plain,
    ),
    fc.option(fc.string({ unit: 'binary', maxLength: 60 }), { nil: undefined }),
  )
  .map(([project, title]) => (title === undefined ? project : { ...project, title }));

describe('round trip', () => {
  test('any project comes back as it was', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        expect(decode(encode(project))).toStrictEqual({ ok: true, project });
      }),
      { numRuns: 300 },
    );
  });

  const awkward = [
    '\ud800',
    '\udc00',
    '\udc00\ud800',
    'a\udcff',
    '\ud83d',
    '😀',
    '\u0000',
    '\u00ff\u00fe',
    '\uffff\ufffe\ufeff',
    '\u{10ffff}',
    '\r\n',
  ];

  test.each(awkward.map((text) => ({ name: JSON.stringify(text), text })))('$name survives everywhere', ({ text }) => {
    const all = { incident: text, deployment: text, alert: text };
    const project: Project = {
      ...empty,
      version: text,
      preset: text,
      templates: all,
      payloads: all,
      customFields: [[text, text]],
      title: text,
    };
    expect(decode(encode(project))).toStrictEqual({ ok: true, project });
  });

  test('an empty title and preset are told from none', () => {
    const project: Project = { ...empty, preset: '', title: '' };
    expect(decode(encode(project))).toStrictEqual({ ok: true, project });
    expect(decode(encode(empty))).toStrictEqual({ ok: true, project: empty });
  });

  test('the largest project fits, compressible or not', () => {
    let state = 1;
    const noise = Array.from({ length: 10_000 }, () => {
      state = (state * 48_271) % 0x7fffffff;
      return String.fromCharCode(0x800 + (state % 0xf000));
    }).join('');
    for (const incident of ['x'.repeat(projectLimits.text), noise.repeat(projectLimits.text / noise.length)]) {
      const project: Project = { ...empty, templates: { ...empty.templates, incident } };
      const decoded = decode(encode(project));
      expect(decoded.ok && decoded.project.templates.incident === incident).toBe(true);
    }
  });
});

describe('the format is what it is said to be', () => {
  // A link must open for ever: whoever changes the dictionary garbles every link made before.
  test('the dictionary is frozen', () => {
    expect(createHash('sha256').update(dictionary).digest('hex')).toBe(
      '48c1fbc74d3323809822a1404816289685d510a13744af9e19a3e74e68edffd5',
    );
  });

  test('the records of a full project, read by zlib', () => {
    const project: Project = {
      kind: 'alert',
      version: '1.24',
      preset: 'slack',
      templates: { incident: 'TI', deployment: 'TD', alert: 'TA' },
      payloads: { incident: 'é', deployment: '\ud800', alert: '😀' },
      customFields: [
        ['a', 'b'],
        ['', ''],
      ],
      title: 'T',
    };
    expect(recordsOf(encode(project))).toBe(
      'kalert\xffv1.24\xffpslack\xffiTI\xffdTD\xffaTA\xffI\xc3\xa9\xffD\xed\xa0\x80\xffA\xf0\x9f\x98\x80\xff' +
        'fa\xfeb\xfff\xfe\xfftT\xff',
    );
  });

  test('a project like the baseline has no records', () => {
    expect(recordsOf(encode(empty))).toBe('');
  });

  test('a link made by zlib opens', () => {
    expect(decode(linkOf('kdeployment\xffi{{ json . }}\xffaa\xff'))).toStrictEqual({
      ok: true,
      project: { ...empty, kind: 'deployment', templates: { incident: '{{ json . }}', deployment: '', alert: 'a' } },
    });
  });

  test('only letters a URL carries as they are, ending in a letter or digit', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const hash = encode(project);
        expect(hash).toMatch(/^#v1\.[\w-]+\.[0-9a-f]{8}$/);
        expect(new URL(`https://example.com/${hash}`).hash).toBe(hash);
      }),
    );
  });
});

describe('what a link holds', () => {
  test('members a project does not have are never written', () => {
    const secret = {
      ...telegram,
      url: 'https://hooks.example.com/SECRET',
      headers: [['Authorization', 'Bearer SECRET']],
      basicAuth: { user: 'SECRET', password: 'SECRET' },
      templates: { ...telegram.templates, token: 'SECRET' },
      payloads: { ...telegram.payloads, token: 'SECRET' },
    };
    expect(encode(secret)).toBe(encode(telegram));
    expect(recordsOf(encode(secret))).not.toContain('SECRET');
  });

  test.each(Object.entries(documentedTemplates))(
    'documented %s templates with samples: under 200 characters',
    (id, templates) => {
      const project: Project = { ...empty, preset: id, templates, payloads: documentedPayloads };
      expect(encode(project).length).toBeLessThan(200);
      expect(decode(encode(project))).toStrictEqual({ ok: true, project });
    },
  );

  test('edited templates and samples stay under 700 characters', () => {
    const project: Project = {
      ...telegram,
      kind: 'alert',
      version: '1.24.5',
      templates: {
        incident: telegram.templates.incident
          .replaceAll('SLOs', 'objectives 🔥')
          .replace('incident resolved', 'is fine again'),
        deployment: telegram.templates.deployment
          .replace('*Version*', '*Image*')
          .replace('-123456789', '-1001987654321'),
        alert: telegram.templates.alert.replaceAll(
          '{{ .Summary }}',
          '{{ printf "%.300s" .Summary }}\nOn call: {{ .Team }}',
        ),
      },
      payloads: {
        incident: documentedPayloads.incident.replaceAll('app1', 'checkout-api').replace('WARNING', 'CRITICAL'),
        deployment: documentedPayloads.deployment.replaceAll('app1', 'checkout-api').replaceAll('123ab456', '9fe01c77'),
        alert: documentedPayloads.alert.replace('/dev/sda1', '/var/lib/postgresql').replace('12%', '3%'),
      },
      customFields: [['team', 'Payments on-call']],
      title: 'Payments alerts in Telegram',
    };
    expect(encode(project).length).toBeLessThan(700);
  });
});

/** What a damaged link must never do is open as something else than what was shared. */
function expectNoOther(hash: string, project: Project): void {
  const result = decode(hash);
  if (result.ok) expect(result.project).toStrictEqual(project);
  else expect(result.raw).toBe(hash);
}

describe('damage', () => {
  const hash = encode(telegram);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.#%/ +';

  test('every mistyped character after the prefix is noticed', () => {
    for (let i = '#v1.'.length; i < hash.length; i++) {
      const old = hash.charAt(i);
      const at = alphabet.indexOf(old);
      // Neighbouring letters of the alphabet, the other case and a character from outside it.
      const other = old === old.toLowerCase() ? old.toUpperCase() : old.toLowerCase();
      for (const letter of [alphabet.charAt((at + 1) % 64), alphabet.charAt((at + 32) % 64), other, '~']) {
        if (letter === old) continue;
        const result = decode(hash.slice(0, i) + letter + hash.slice(i + 1));
        expect(result.ok ? 'ok' : result.reason, `${String(i)} ${letter}`).toBe('damaged');
      }
    }
  });

  test('every truncation is noticed, and told from another project', () => {
    for (let length = 1; length < hash.length; length++) {
      const result = decode(hash.slice(0, length));
      expect(result.ok ? 'ok' : result.reason, String(length)).toBe(length === 1 ? 'empty' : 'damaged');
    }
  });

  test('any one character replaced, left out, doubled, swapped or inserted never gives another project', () => {
    fc.assert(
      fc.property(anyProject, fc.nat(), fc.constantFrom(...alphabet), (project, n, letter) => {
        const good = encode(project);
        const i = n % good.length;
        const [before, at, after] = [good.slice(0, i), good.charAt(i), good.slice(i + 1)];
        expectNoOther(before + letter + after, project);
        expectNoOther(before + after, project);
        expectNoOther(before + at + at + after, project);
        expectNoOther(before + after.charAt(0) + at + after.slice(1), project);
        expectNoOther(before + letter + at + after, project);
      }),
      { numRuns: 100 },
    );
  });

  test('bits that fill up the last letter must be zero', () => {
    // One byte is two letters, of whose twelve bits four are filling: `Ag` and `Ah` are both the byte 02.
    const sum = crc32(Buffer.from([2])).toString(16);
    expect(decode(`#v1.Ag.${sum}`)).toMatchObject({
      ok: false,
      message: 'The link was not made correctly: its contents cannot be read.',
    });
    expect(decode(`#v1.Ah.${sum}`)).toMatchObject({
      ok: false,
      message: 'The link was altered on its way: at least one character is wrong.',
    });
  });

  test('no input throws, and every refusal has a reason and the input', () => {
    const armoured = fc.uint8Array({ maxLength: 60 }).map((bytes) => {
      return `v1.${Buffer.from(bytes).toString('base64url')}.${crc32(bytes).toString(16).padStart(8, '0')}`;
    });
    const records = fc.array(
      fc.oneof(fc.constantFrom(...'kvpidaIDAft\xff\xfe\xed\xa0\x80'), fc.string({ maxLength: 1 })),
      { maxLength: 30 },
    );
    const input = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((s) => `#v1.${s}`),
      armoured,
      records.map((parts) => linkOf(parts.join(''))),
    );
    fc.assert(
      fc.property(input, (hash) => {
        const result = decode(hash);
        if (result.ok) expect(parseProject(result.project)).toStrictEqual({ ok: true, project: result.project });
        else {
          expect(result.raw).toBe(hash);
          expect(result.message).toMatch(/\.$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const tolerated: readonly { readonly name: string; readonly change: (hash: string) => string }[] = [
  { name: 'no number sign', change: (h) => h.slice(1) },
  { name: 'two number signs', change: (h) => `#${h}` },
  { name: 'white space around it', change: (h) => ` \n${h}\t` },
  { name: 'wrapped lines', change: (h) => h.replace(/.{20}/g, '$&\r\n') },
  { name: 'a closing bracket that got in', change: (h) => `${h})` },
  { name: 'a full stop that got in', change: (h) => `${h}.` },
  { name: 'an underscore that got in', change: (h) => `${h}_` },
  { name: 'a tracking parameter', change: (h) => `${h}&utm_source=chat` },
];

test.each(tolerated)('a link still opens with $name', ({ change }) => {
  expect(decode(change(encode(telegram)))).toStrictEqual({ ok: true, project: telegram });
});

const incomplete = 'The link is incomplete: its end is missing.';
const altered = 'The link was altered on its way: at least one character is wrong.';
const foreign = 'This is not a link of the playground, or its beginning is missing.';
const wrong = 'The link was not made correctly: its contents cannot be read.';
const newer = 'The link was made by a newer release of the playground. Reload the page to update it.';

const refused: readonly {
  readonly name: string;
  readonly hash: string;
  readonly reason: string;
  readonly message: string;
  readonly recovered: string;
}[] = [
  { name: 'nothing', hash: '', reason: 'empty', message: 'The link holds no project.', recovered: '' },
  { name: 'a bare number sign', hash: '#', reason: 'empty', message: 'The link holds no project.', recovered: '' },
  { name: 'another anchor', hash: '#main', reason: 'damaged', message: foreign, recovered: '' },
  { name: 'version 0', hash: '#v0.abc', reason: 'damaged', message: foreign, recovered: '' },
  { name: 'a later version', hash: '#v2.whatever~', reason: 'newer', message: newer, recovered: '' },
  { name: 'a much later version', hash: '#v17.', reason: 'newer', message: newer, recovered: '' },
  {
    name: 'a record of a later release',
    hash: linkOf('iA\xffzB\xff'),
    reason: 'newer',
    message: newer,
    recovered: 'Incident template:\nA\n\nUnknown part:\nzB',
  },
  {
    name: 'a kind of a later release',
    hash: linkOf('kreport\xff'),
    reason: 'newer',
    message: newer,
    recovered: 'Kind:\nreport',
  },
  { name: 'only the prefix', hash: '#v1.', reason: 'damaged', message: incomplete, recovered: '' },
  { name: 'no data', hash: '#v1..00000000', reason: 'damaged', message: wrong, recovered: '' },
  { name: 'a wrong checksum', hash: '#v1.AwA.00000000', reason: 'damaged', message: altered, recovered: '' },
  {
    name: 'a record that is not closed',
    hash: linkOf('iA\xffdB'),
    reason: 'damaged',
    message: wrong,
    recovered: 'Incident template:\nA\n\nDeployment template:\nB',
  },
  { name: 'an empty record', hash: linkOf('\xff'), reason: 'damaged', message: wrong, recovered: '' },
  {
    name: 'a record twice',
    hash: linkOf('iA\xffiB\xff'),
    reason: 'damaged',
    message: wrong,
    recovered: 'Incident template:\nA\n\nIncident template:\nB',
  },
  {
    name: 'a custom field without a value',
    hash: linkOf('fteam\xff'),
    reason: 'damaged',
    message: wrong,
    recovered: 'Custom field:\nteam',
  },
  {
    name: 'a custom field with two values',
    hash: linkOf('fa\xfeb\xfec\xff'),
    reason: 'damaged',
    message: wrong,
    recovered: 'Custom field:\na = b = c',
  },
  {
    name: 'a template with a value',
    hash: linkOf('ia\xfeb\xff'),
    reason: 'damaged',
    message: wrong,
    recovered: 'Incident template:\na = b',
  },
  {
    name: 'text that is not UTF-8',
    hash: linkOf('ia\x80\xff'),
    reason: 'damaged',
    message: wrong,
    recovered: 'Incident template:\na\ufffd',
  },
  {
    name: 'an overlong character',
    hash: linkOf('i\xe0\x80\x80\xff'),
    reason: 'damaged',
    message: wrong,
    recovered: 'Incident template:\n\ufffd\ufffd\ufffd',
  },
  {
    name: 'a character spelt as two halves',
    hash: linkOf('i\xed\xa0\xbd\xed\xb8\x80\xff'),
    reason: 'damaged',
    message: wrong,
    recovered: `Incident template:\n${'\ufffd'.repeat(6)}`,
  },
];

test.each(refused)('refused: $name', ({ hash, reason, message, recovered }) => {
  expect(decode(hash)).toStrictEqual({ ok: false, reason, message, recovered, raw: hash });
});

test('a link that was cut short gives back the text it still holds', () => {
  const poem = 'Twas brillig, and the slithy toves did gyre and gimble in the wabe';
  const hash = encode({ ...empty, templates: { ...empty.templates, incident: poem, alert: documentedPayloads.alert } });
  const result = decode(hash.slice(0, -30));
  expect(result).toMatchObject({ ok: false, reason: 'damaged', message: incomplete });
  expect(result.ok ? '' : result.recovered).toContain(`Incident template:\n${poem.slice(0, 40)}`);
});

test('a link altered near its end gives back the text before', () => {
  const poem = 'Twas brillig, and the slithy toves did gyre and gimble in the wabe';
  const hash = encode({ ...empty, templates: { ...empty.templates, incident: poem } });
  const result = decode(`${hash.slice(0, -14)}!${hash.slice(-13)}`);
  expect(result).toMatchObject({ ok: false, reason: 'damaged', message: altered });
  expect(result.ok ? '' : result.recovered).toContain(`Incident template:\n${poem.slice(0, 40)}`);
});

describe('too large', () => {
  const message = 'The link holds more than the playground accepts.';

  test('a bomb is not unpacked', () => {
    const bomb = new Uint8Array(64 * 1024 * 1024).fill(0x78);
    bomb[0] = 'i'.charCodeAt(0);
    const result = decode(linkOf(bomb));
    expect(result).toMatchObject({ ok: false, reason: 'too-large', message });
    expect(result.ok ? 0 : result.recovered.length).toBeLessThan(projectLimits.text + 100);
  });

  test('a damaged bomb is not unpacked either', () => {
    const bomb = linkOf(new Uint8Array(64 * 1024 * 1024).fill(0x78));
    const result = decode(bomb.slice(0, -9));
    expect(result).toMatchObject({ ok: false, reason: 'damaged', message: incomplete });
    expect(result.ok ? 0 : result.recovered.length).toBeLessThan(4 * projectLimits.text);
  });

  test('a project beyond the limits', () => {
    const incident = 'x'.repeat(projectLimits.text + 1);
    const hash = encode({ ...empty, templates: { ...empty.templates, incident } });
    expect(decode(hash)).toMatchObject({ ok: false, reason: 'too-large', message });
  });

  test('a hash no project can have', () => {
    const hash = `#v1.${'A'.repeat(5_000_000)}`;
    expect(decode(hash)).toStrictEqual({ ok: false, reason: 'too-large', message, recovered: '', raw: hash });
  });
});
