import { expect, test } from 'vitest';
import {
  type NotificationKind,
  type Sample,
  decodePayload,
  defaultVersion,
  hostileSamples,
  notificationKinds,
  render,
  samplesFor,
} from '../../src/coroot';
import { worst } from '../../src/platforms';
import { type Platform, type Preset, platforms, presetsOf } from './all';
import { inspect } from '../../src/pipeline';
import { previewText } from '../../src/platforms/preview/preview';
import { previewOf, verdictOn } from './received';

/** What a newcomer asks first. Each is answered by editing one line, which reads alike on all platforms. */
const questions = ['title', 'mention', 'How many'] as const;
type Question = (typeof questions)[number];

/** The templates in which nothing answers a question: they send data, for programs, and no message. */
const without: Readonly<Record<string, readonly Question[]>> = {
  'json.robust': ['title', 'mention', 'How many'],
  'generic.robust': ['title', 'mention', 'How many'],
  'github.robust': ['title', 'mention'],
};

/** When somebody is mentioned: deployments are never critical. */
const urgent: Readonly<Record<NotificationKind, string>> = {
  incident: 'CRITICAL',
  deployment: 'Stuck',
  alert: 'CRITICAL',
};

/** The line to edit, as it stands in templates of a flavour, and what a person makes of it. */
interface Edit {
  readonly line: RegExp;
  readonly becomes: (line: string, kind: NotificationKind) => string;
}

/** In robust templates a comment at the end of the line says what it is for. */
const robustEdits: Readonly<Record<Question, Edit>> = {
  title: {
    line: /^\{\{- \$title := print(?:f ")?.* -\}\} \{\{- \/\* The title\b.*\. \*\/ -\}\}$/,
    becomes: (line) => line.replace('print ', 'print "Team A: " ').replace('printf "', 'printf "Team A: '),
  },
  mention: {
    line: /^\{\{- \$mention := "" -\}\} \{\{- \/\* Whom to mention when it is (?:critical|stuck), such as .*\. \*\/ -\}\}$/,
    becomes: (line) => line.replace('""', '"@oncall"'),
  },
  'How many': {
    line: /^\{\{- \$most := (?:\d+|len \.\w+) -\}\} \{\{- \/\* How many (?:reports|lines|details) are shown\b.*\. \*\/ -\}\}$/,
    becomes: (line) => line.replace(/:= .*? -/, ':= 3 -'),
  },
};

/** Simple templates are too short to need comments. */
const simpleEdits: Readonly<Record<Question, Edit>> = {
  title: {
    line: /^\{\{- \$title := printf "/,
    becomes: (line) => line.replace('printf "', 'printf "Team A: '),
  },
  mention: {
    line: /^\{\{- \$title := printf "/,
    becomes: (line, kind) =>
      `${line}{{ if eq .Status "${urgent[kind]}" }}{{ $title = print "@oncall " $title }}{{ end }}`,
  },
  'How many': {
    line: /^\{\{- range \$i, \$\w+ := \.\w+ \}\}\{\{ if lt \$i \d+ \}\}$/,
    becomes: (line) => line.replace(/lt \$i \d+/, 'lt $i 3'),
  },
};

/** The numbers of the lines that answer a question. */
function places({ flavour, templatesFor }: Preset, kind: NotificationKind, question: Question): readonly number[] {
  const { line } = (flavour === 'simple' ? simpleEdits : robustEdits)[question];
  const lines = templatesFor(defaultVersion)[kind].split('\n');
  return [...lines.keys()].filter((i) => line.test(lines[i]!));
}

/** The template with the one line edited. */
function edited(preset: Preset, kind: NotificationKind, question: Question): string {
  const { becomes } = (preset.flavour === 'simple' ? simpleEdits : robustEdits)[question];
  const lines = preset.templatesFor(defaultVersion)[kind].split('\n');
  const at = places(preset, kind, question)[0]!;
  return lines.with(at, becomes(lines[at]!, kind)).join('\n');
}

/** The body made of a payload, which the platform's check has to accept. */
function bodyOf(platform: Platform, kind: NotificationKind, template: string, payload: string): string {
  const decoded = decodePayload(payload, kind, defaultVersion);
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.problems));
  const rendered = render({ kind, template, value: decoded.value, go: defaultVersion.go });
  if (!rendered.ok) throw new Error(`${rendered.message}\n${template}`);
  const verdict = verdictOn(platform, rendered.body);
  if (worst(verdict) === 'fail') throw new Error(`${rendered.body}\n${JSON.stringify(verdict.findings, null, 1)}`);
  return rendered.body;
}

function sent(kind: NotificationKind): readonly Sample[] {
  return [...samplesFor(kind, defaultVersion), ...samplesFor(kind, defaultVersion, hostileSamples)];
}

/** A sample with six items in its list, told apart by their names. */
function withSix(kind: NotificationKind): string {
  const payload = JSON.parse(samplesFor(kind, defaultVersion)[0]!.payload) as Record<string, unknown>;
  const names = ['one', 'two', 'three', 'four', 'five', 'six'].map((n) => `item${n}x`);
  const item = (name: string): unknown =>
    ({ incident: { name, check: 'c', message: 'm' }, alert: { name, value: 'v', code: false }, deployment: name })[
      kind
    ];
  const key = { incident: 'reports', deployment: 'summary', alert: 'details' }[kind];
  return JSON.stringify({ ...payload, [key]: names.map(item) });
}

/** How Go's encoding/json writes < > &. */
function unicodeEscape(character: string): string {
  return `\\u00${character.charCodeAt(0).toString(16)}`;
}

const rows = platforms
  .flatMap(presetsOf)
  .filter(({ flavour }) => flavour !== 'documented')
  .flatMap((preset) => notificationKinds.map((kind) => ({ id: preset.id, kind, preset })));

function asked(question: Question): typeof rows {
  return rows.filter(({ id }) => without[id]?.includes(question) !== true);
}

test.each(rows)('$id $kind answers each question in one line at the top, but where no message is made', (row) => {
  const { id, kind, preset } = row;
  const counts = questions.map((question) => [question, places(preset, kind, question).length]);
  expect(counts).toEqual(questions.map((question) => [question, without[id]?.includes(question) === true ? 0 : 1]));
  if (preset.flavour === 'simple') return;
  // Ten seconds: on the first screen, above what is sent, below at most a comment.
  const lines = preset.templatesFor(defaultVersion)[kind].split('\n');
  const body = lines.findIndex((line) => /^[[{](?!\{)/.test(line));
  for (const question of questions.filter((asked) => without[id]?.includes(asked) !== true)) {
    const [at = Infinity] = places(preset, kind, question);
    expect(at).toBeLessThan(body === -1 ? lines.indexOf('') : body);
    expect(at).toBeLessThan(question === 'title' ? 20 : 6);
  }
});

test.each(asked('title'))('$id $kind with another title', ({ kind, preset }) => {
  const { platform } = preset;
  const before = preset.templatesFor(defaultVersion)[kind];
  const after = edited(preset, kind, 'title');
  const changed = sent(kind)
    .map(({ payload }) => ({
      was: bodyOf(platform, kind, before, payload),
      is: bodyOf(platform, kind, after, payload),
    }))
    .filter(({ was, is }) => was !== is);
  expect(changed.length).toBeGreaterThan(0);
  // Where people see it: markup of the platform may stand between the words.
  for (const { is } of changed) expect(previewText(previewOf(platform, is))).toContain('Team A');
});

test.each(asked('mention'))('$id $kind with a mention when it is urgent', ({ kind, preset }) => {
  const after = edited(preset, kind, 'mention');
  const told = sent(kind).map(({ payload }) => ({
    isUrgent: (JSON.parse(payload) as { readonly status?: string }).status === urgent[kind],
    isMentioned: bodyOf(preset.platform, kind, after, payload).includes('@oncall'),
  }));
  expect(told.some(({ isUrgent }) => isUrgent)).toBe(true);
  expect(told.filter(({ isUrgent, isMentioned }) => isUrgent !== isMentioned)).toEqual([]);
});

const withExamples = asked('mention').filter(({ preset }) => preset.flavour === 'robust');

test.each(withExamples)('$id $kind takes the mention that its comment names', ({ id, kind, preset }) => {
  const lines = preset.templatesFor(defaultVersion)[kind].split('\n');
  const at = places(preset, kind, 'mention')[0]!;
  const example = /such as "([^"]+)"/.exec(lines[at]!)?.[1];
  // Whom Home Assistant tells is the business of its automations.
  if (example === undefined) expect(id).toBe('home-assistant.robust');
  const who = example ?? 'Alice';
  const after = lines
    .with(
      at,
      lines[at]!.replace('""', () => `"${who}"`),
    )
    .join('\n');
  const urgently = samplesFor(kind, defaultVersion).filter(
    ({ payload }) => (JSON.parse(payload) as { readonly status?: string }).status === urgent[kind],
  );
  expect(urgently.length).toBeGreaterThan(0);
  for (const { payload } of urgently) {
    const body = bodyOf(preset.platform, kind, after, payload);
    expect([who, JSON.stringify(who).slice(1, -1).replace(/[<>&]/g, unicodeEscape)].some((w) => body.includes(w))).toBe(
      true,
    );
    // What the template says is meant: nothing is found that was not found without it.
    const input = { kind, version: defaultVersion.id, payload, customFields: [] };
    const [before, inspection] = [lines.join('\n'), after].map((text) =>
      inspect({ ...input, template: text }, preset.platform),
    );
    expect(inspection!.outcome).toBe('pass');
    const codes = (found: typeof before): unknown => found?.verdict?.findings.map(({ code }) => code);
    expect(codes(inspection)).toEqual(codes(before));
  }
});

test.each(asked('How many'))('$id $kind with three items', ({ id, kind, preset }) => {
  const { platform } = preset;
  const after = edited(preset, kind, 'How many');
  for (const { payload } of sent(kind)) bodyOf(platform, kind, after, payload);
  const body = bodyOf(platform, kind, after, withSix(kind));
  const three = ['one', 'two', 'three'];
  const rest = ['four', 'five', 'six'];
  // Home Assistant gets all there is besides, for automations.
  const want = id === 'home-assistant.robust' ? [...three, ...rest] : three;
  expect([...three, ...rest].filter((n) => body.includes(`item${n}x`))).toEqual(want);
});
