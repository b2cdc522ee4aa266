import { expect, test } from 'vitest';
import { analyse, applyFix } from '../../src/analysis';
import {
  type NotificationKind,
  corootVersions,
  decodePayload,
  defaultVersion,
  notificationKinds,
  render,
  samplesFor,
} from '../../src/coroot';
import type { Annotated } from '../../src/analysis/types/annotated';
import { mistakes } from '../../src/analysis/mistakes/mistakes';
import { functionNames, lex, parseLoose } from '../../src/go';
import { environmentOf } from '../../src/pipeline';
import { platforms, presetsOf } from '../platforms/all';

/** Every preset's text for the default version, once. */
const texts = new Map<string, NotificationKind>();
for (const platform of platforms) {
  for (const { templatesFor } of presetsOf(platform)) {
    for (const kind of notificationKinds) {
      const text = templatesFor(defaultVersion)[kind];
      if (text !== '') texts.set(text, kind);
    }
  }
}

/** Where a brace can be deleted from each action: its delimiters, trim markers included. */
function bracesOf(text: string): readonly { readonly from: number; readonly to: number; readonly brace: number }[] {
  const places: { from: number; to: number; brace: number }[] = [];
  let from = 0;
  for (const { type, pos, end } of lex(text, { comments: true })) {
    if (type === 'leftDelim') from = pos;
    if (type === 'rightDelim' || type === 'comment') {
      if (type === 'comment') from = pos;
      places.push({ from, to: end, brace: from }, { from, to: end, brace: end - 1 });
    }
  }
  return places;
}

function outputsOf(kind: NotificationKind, template: string): readonly string[] {
  return samplesFor(kind, defaultVersion).map(({ payload }) => {
    const decoded = decodePayload(payload, kind, defaultVersion, []);
    if (!decoded.ok) throw new Error('a sample that cannot be read');
    const rendered = render({ kind, template, value: decoded.value, go: defaultVersion.go });
    return rendered.ok ? rendered.output : rendered.message;
  });
}

test('of one brace deleted from each action of every preset, the action is named and mended', () => {
  // Every place would take some minutes; of all 7,754 places 98.8 % are mended. In the rest JSON's own brace stands
  // beside the action.
  const step = 13;
  let place = 0;
  let count = 0;
  let found = 0;
  let mended = 0;
  for (const [text, kind] of texts) {
    const world = environmentOf({ kind, version: defaultVersion.id, customFields: [], expectsJson: null });
    const outputs = outputsOf(kind, text).join('\0');
    for (const { from, to, brace } of bracesOf(text)) {
      if (place++ % step !== 0) continue;
      count++;
      const broken = text.slice(0, brace) + text.slice(brace + 1);
      const { diagnostics } = analyse(broken, world);
      const here = diagnostics.filter((d) => d.severity !== 'info' && d.from >= from && d.to <= to);
      if (here.length > 0) found++;
      const fixed = here.flatMap(({ fixes: [first] }) => (first === undefined ? [] : [applyFix(broken, first)]));
      if (fixed.some((again) => again === text || outputsOf(kind, again).join('\0') === outputs)) mended++;
    }
  }
  expect(count).toBeGreaterThan(300);
  expect(found / count).toBeGreaterThan(0.98);
  expect(mended / count).toBeGreaterThan(0.98);
}, 60_000);

test('no preset of any release has a mistake', () => {
  const seen = new Set<string>();
  for (const platform of platforms) {
    for (const { templatesFor } of presetsOf(platform)) {
      for (const version of corootVersions) {
        for (const kind of notificationKinds) {
          const text = templatesFor(version)[kind];
          const key = `${kind} ${version.go} ${text}`;
          if (seen.has(key)) continue;
          seen.add(key);
          const environment = environmentOf({ kind, version: version.id, customFields: [], expectsJson: null });
          const { go, name, functions } = environment;
          const loose = parseLoose(name, text, functionNames(functions), go);
          const { trees, errors } = loose;
          const dots = (): Annotated['dots'] => new Map();
          expect(mistakes({ text, environment, trees, dots, errors, refusal: null }).findings).toEqual([]);
        }
      }
    }
  }
  expect(seen.size).toBeGreaterThan(100);
}, 60_000);
