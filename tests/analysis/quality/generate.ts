/** What quality is measured on: random templates, presets and composed ones, most of them spoiled in one place. */
import { type CorootVersion, type NotificationKind, corootVersions, defaultVersion } from '../../../src/coroot';
import { platforms } from '../../platforms/all';
import { Grammar } from '../../conformance/fuzz/grammar';
import { reachablePaths } from '../../conformance/fuzz/paths';
import { Random } from '../../conformance/fuzz/random';
import mistakes from '../mistakes.json';
import { Composer } from './compose';
import { spoiled } from './spoil';
import { valuesFor } from './world';

/** A template, the world it is for, and how it came about. */
export interface Generated {
  readonly origin:
    'random' | 'preset' | 'spoiled preset' | 'json' | 'spoiled json' | 'plain' | 'spoiled plain' | 'mistake';
  readonly text: string;
  readonly kind: NotificationKind;
  readonly version: CorootVersion;
  /** Whether its receiver reads JSON; null when nobody knows. */
  readonly expectsJson: boolean | null;
}

const kinds = ['incident', 'incident', 'deployment', 'alert'] as const;

/** The template of a seed. */
export function generated(seed: number): Generated {
  const r = new Random(seed);
  const kind = r.pick(kinds);
  const version = r.chance(0.4) ? defaultVersion : r.pick(corootVersions.filter((v) => v.kinds.includes(kind)));
  const world = { kind, version };
  return r.weighted<Generated>(
    [2, () => ({ ...world, origin: 'random', text: random(r, kind, version), expectsJson: null })],
    [3, () => preset(r, kind, version)],
    [2, () => composed(r, kind, version, true)],
    [2, () => composed(r, kind, version, false)],
    [0.5, () => ({ origin: 'mistake', ...mistake(r) })],
  );
}

function random(r: Random, kind: NotificationKind, version: CorootVersion): string {
  const [data] = valuesFor(kind, version);
  if (data === undefined) throw new Error(`no payload of an ${kind} for ${version.id}`);
  const paths = reachablePaths(data.value, 2);
  const sloppiness = r.pick([0, 0, 0, 0.1, 0.5]);
  return new Grammar(r, paths.all, paths, r.pick([0, 0, 0.03, 0.2]), sloppiness).template();
}

function preset(r: Random, kind: NotificationKind, version: CorootVersion): Generated {
  const platform = r.pick(platforms);
  const documented = r.chance(0.4) ? platform.documented : null;
  const text = (documented ?? platform.robust.templatesFor(version))[kind];
  const expectsJson = platform.reading.reads !== 'text';
  if (r.chance(0.05)) return { origin: 'preset', text, kind, version, expectsJson };
  return { origin: 'spoiled preset', text: spoiledOften(r, text), kind, version, expectsJson };
}

function composed(r: Random, kind: NotificationKind, version: CorootVersion, json: boolean): Generated {
  const composer = new Composer(r, kind, version, r.pick([0, 0, 0.05, 0.2]));
  const text = json ? composer.json() : composer.plain();
  const spoil = r.chance(0.5);
  const origin = json ? 'json' : 'plain';
  return {
    origin: spoil ? `spoiled ${origin}` : origin,
    text: spoil ? spoiledOften(r, text) : text,
    kind,
    version,
    expectsJson: json ? true : r.pick([false, null]),
  };
}

function spoiledOften(r: Random, text: string): string {
  const once = spoiled(r, text);
  return r.chance(0.1) ? spoiled(r, once) : once;
}

function mistake(r: Random): Omit<Generated, 'origin'> {
  const { kind, template } = r.pick(mistakes);
  const text = r.chance(0.3) ? template : spoiled(r, template);
  return { text, kind: kind as NotificationKind, version: defaultVersion, expectsJson: null };
}
