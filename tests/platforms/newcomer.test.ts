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
import { type Platform, type Preset, platforms, presetsOf, worst } from '../../src/platforms';
import { verdictOn } from './received';

/**
 * What a newcomer asks first, answered by editing one line of each robust and simple template: in robust ones the line
 * that a comment names, at its end or on the line above.
 */
type Question = 'title' | 'mention' | 'How many';

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

type Edit = (line: string, kind: NotificationKind) => string;

/** The first of the replacements that finds something. */
function firstOf(...rows: readonly (readonly [RegExp, (kind: NotificationKind) => string])[]): Edit {
  return (line, kind) => {
    const row = rows.find(([pattern]) => pattern.test(line));
    return row === undefined
      ? line
      : line.replace(row[0], (_, ...groups: readonly string[]) => row[1](kind).replaceAll('$1', () => groups[0] ?? ''));
  };
}

const when = (kind: NotificationKind, text: string): string => `{{ if eq .Status "${urgent[kind]}" }}${text}{{ end }}`;

const edits: Readonly<Record<Question, Edit>> = {
  title: firstOf(
    [/is not meeting its objectives/, () => 'has trouble'],
    [/not meeting its objectives/, () => 'has trouble'],
    [/Deployment of/, () => 'Rollout of'],
    [/"(🚀 )?(?:<b>)?\*?D(?:eployed|EPLOYED)/, () => '"Rolled out'],
    [/Deployed/, () => 'Rolled out'],
    [/Resolved/, () => 'It is over'],
    [/"🔴 (?=[":%])/, () => '"Trouble: '],
    [/Critical/, () => 'Serious'],
    [/"%\.(\d+)s"/, () => '"Coroot: %.40s"'],
    [/print "🟡 "/, () => 'print "Trouble: "'],
    [/: \{\{ template/, () => ' (Coroot): {{ template'],
    [/%s(?=[:" ])/, () => 'Coroot %s'],
    [/^\{\{- \$title := \.RuleName/, () => '{{- $title := print "Rule " .RuleName'],
  ),
  mention: firstOf(
    [
      /"allowed_mentions": \{"parse": \[\]\}/,
      (kind) => `"content": "${when(kind, '@oncall')}", "allowed_mentions": {"parse": ["users"]}`,
    ],
    [/"attachments": \[/, (kind) => `${when(kind, '"text": "@oncall", ')}"attachments": [`],
    [/"fallbackText"/, (kind) => `${when(kind, '"text": "@oncall", ')}"fallbackText"`],
    [/"elements": \[/, (kind) => `"elements": [${when(kind, '{"tag": "markdown", "content": "@oncall"},')}`],
    [/"text": "/, (kind) => `"text": "${when(kind, '@oncall ')}`],
    [/🔴 (?=DEPLOYMENT|Deployment|CRITICAL|Critical|<b>|\*)/, () => '@oncall 🔴 '],
    [/eq \.Status "(?:CRITICAL|Stuck)" \}\}(.*?)"🔴 /, (kind) => `eq .Status "${urgent[kind]}" }}$1"@oncall 🔴 `],
    [/print "Deployment of " \$app " is stuck"/, () => 'print "@oncall Deployment of " $app " is stuck"'],
    [/^(\{\{- \$title := .*?\}\})/, (kind) => `$1${when(kind, '{{ $title = print "@oncall " $title }}')}{{ "" -}}`],
    [
      /"summary": \{\{ json (\(.*\)) \}\}/,
      (kind) => `"summary": {{ json (print (or (and (eq .Status "${urgent[kind]}") "@oncall ") "") $1) }}`,
    ],
  ),
  'How many': firstOf(
    [/\$most := \d+/, () => '$most := 3'],
    [/gt \(len (\$\w+)\) \d+ \}\}\{\{ (\$\w+) = slice \$\w+ 0 \d+/, () => 'gt (len $1) 3 }}{{ $1 = slice $1 0 3'],
    [/if lt \$i \d+/, () => 'if lt $i 3'],
    [
      /if or \(lt \$i \d+\) (?:\(and \(lt \(len \$text\) \d+\) \(lt \(len \(json \$text\)\) \d+\)\)|\(lt \(len \$text\) \d+\))/,
      () => 'if lt $i 3',
    ],
    [/if and \(ge \$i \d+\) \(gt \(len \(json \$html\)\) \d+\)/, () => 'if ge $i 3'],
    [/range (\.\w+) \}\}(?!.*\{\{ end)/, () => 'range $i, $x := $1 }}{{ if ge $i 3 }}{{ break }}{{ end }}'],
    [/range (\.\w+) \}\}/, () => 'range $i, $x := $1 }}{{ if ge $i 3 }}{{ break }}{{ end }}'],
  ),
};

/** The lines that a question is about. */
function places({ flavour }: Preset, lines: readonly string[], question: Question): readonly number[] {
  const all = [...lines.keys()];
  if (flavour === 'simple') return all;
  const about = {
    title: /\/\* .*(?:title|words)/i,
    mention: /\/\* .*(?:mention|name can)/i,
    'How many': /\/\* How many/,
  };
  return all
    .filter((i) => about[question].test(lines[i]!))
    .map((i) => (/^\s*\{\{-? \/\*.*\*\/ ?-?\}\}$/.test(lines[i]!) ? i + 1 : i));
}

/** The template with one line edited, or null where no line can be. */
function edited(preset: Preset, kind: NotificationKind, question: Question): string | null {
  const lines = preset.templatesFor(defaultVersion)[kind].split('\n');
  for (const i of places(preset, lines, question)) {
    const line = edits[question](lines[i]!, kind);
    if (line !== lines[i]) return lines.with(i, line).join('\n');
    // WeCom takes so little that three are shown anyhow.
    if (question === 'How many' && /\$most := 3|lt \$i 3 /.test(line)) return lines.join('\n');
  }
  return null;
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

const rows = platforms
  .flatMap(presetsOf)
  .filter(({ flavour }) => flavour !== 'documented')
  .flatMap((preset) => notificationKinds.map((kind) => ({ id: preset.id, kind, preset })));

function asked(question: Question): typeof rows {
  return rows.filter(({ id }) => without[id]?.includes(question) !== true);
}

const questions = ['title', 'mention', 'How many'] as const;

test.each(rows)('$id $kind has a line for each question, but where no message is made', ({ id, kind, preset }) => {
  const found = questions.filter((question) => edited(preset, kind, question) !== null);
  expect(found).toEqual(questions.filter((question) => without[id]?.includes(question) !== true));
});

test.each(asked('title'))('$id $kind with another title', ({ kind, preset }) => {
  const { platform } = preset;
  const before = preset.templatesFor(defaultVersion)[kind];
  const after = edited(preset, kind, 'title')!;
  const changed = sent(kind).filter(
    ({ payload }) => bodyOf(platform, kind, after, payload) !== bodyOf(platform, kind, before, payload),
  );
  expect(changed.length).toBeGreaterThan(0);
});

test.each(asked('mention'))('$id $kind with a mention when it is urgent', ({ kind, preset }) => {
  const after = edited(preset, kind, 'mention')!;
  const told = sent(kind).map(({ payload }) => ({
    isUrgent: (JSON.parse(payload) as { readonly status?: string }).status === urgent[kind],
    isMentioned: bodyOf(preset.platform, kind, after, payload).includes('@oncall'),
  }));
  expect(told.some(({ isUrgent }) => isUrgent)).toBe(true);
  expect(told.filter(({ isUrgent, isMentioned }) => isUrgent !== isMentioned)).toEqual([]);
});

test.each(asked('How many'))('$id $kind with three items', ({ id, kind, preset }) => {
  const { platform } = preset;
  const after = edited(preset, kind, 'How many')!;
  for (const { payload } of sent(kind)) bodyOf(platform, kind, after, payload);
  const body = bodyOf(platform, kind, after, withSix(kind));
  const three = ['one', 'two', 'three'];
  const rest = ['four', 'five', 'six'];
  // Home Assistant gets all there is besides, for automations.
  const want = id === 'home-assistant.robust' ? [...three, ...rest] : three;
  expect([...three, ...rest].filter((n) => body.includes(`item${n}x`))).toEqual(want);
});
