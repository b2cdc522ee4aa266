/** Figures of many templates, what is below its aim, and the shortest examples of it. */
import type { Generated } from './generate';
import type { Judgement, Measure } from './judge';

/** How much of what is measured has to be good. */
const aims: Readonly<Record<Measure, number | null>> = {
  always: 1,
  'json error': 1,
  'json warning': 1,
  safe: 1,
  silence: 0.99,
  'every failure': null,
  'json silence': 0.95,
  'fix: gone': 1,
  'fix: nothing new': 1,
  'fix: uncovers nothing': null,
  'fix: json': 1,
  'fix: same body': null,
};

/** What each figure says, in words. */
const words: Readonly<Record<Measure, string>> = {
  always: 'findings that say “fails always” are not passed by any run',
  'json error': 'templates that are JSON on every notification have no error about their JSON',
  'json warning': 'and no warning about it',
  safe: '“JSON for every payload” holds',
  silence: 'templates that fail on every notification have an error with Go’s text at Go’s place',
  'every failure': 'and one for every text and place at which they fail',
  'json silence': 'templates that are not JSON on some notification have a finding about it',
  'fix: gone': 'fixes take their finding away',
  'fix: nothing new': 'fixes bring no new finding but what their mistake hid',
  'fix: uncovers nothing': 'and not even such',
  'fix: json': 'fixes of the JSON make it JSON where it was not, and nowhere else break it',
  'fix: same body': 'fixes leave the body of plain notifications as it was',
};

interface Example {
  readonly asked: Generated;
  readonly judgement: Judgement;
}

interface Group {
  count: number;
  readonly examples: Example[];
}

/** A figure. */
interface Figure {
  good: number;
  all: number;
  readonly bad: Map<string, Group>;
}

/** Collects judgements. */
export class Tally {
  private readonly figures = new Map<Measure, Figure>();

  /** `show` is how many examples of each kind are kept. */
  constructor(private readonly show: number) {}

  /** Counts what was measured of a template. */
  add(asked: Generated, judgements: readonly Judgement[]): void {
    for (const judgement of judgements) {
      const figure = this.figure(judgement.measure);
      figure.all++;
      if (judgement.good) figure.good++;
      else this.keep(figure, { asked, judgement });
    }
  }

  private figure(measure: Measure): Figure {
    let figure = this.figures.get(measure);
    if (figure === undefined) {
      figure = { good: 0, all: 0, bad: new Map() };
      this.figures.set(measure, figure);
    }
    return figure;
  }

  private keep({ bad }: Figure, example: Example): void {
    const { about } = example.judgement;
    let group = bad.get(about);
    if (group === undefined) {
      group = { count: 0, examples: [] };
      bad.set(about, group);
    }
    group.count++;
    group.examples.push(example);
    group.examples.sort((a, b) => a.asked.text.length - b.asked.text.length).splice(this.show);
  }

  /** The measures below their aims. */
  get below(): readonly Measure[] {
    return [...this.figures].flatMap(([measure, { good, all }]) => {
      const aim = aims[measure];
      return aim !== null && good / all < aim ? [measure] : [];
    });
  }

  /** How many of a measure were bad. */
  bad(measure: Measure): number {
    const figure = this.figures.get(measure);
    return figure === undefined ? 0 : figure.all - figure.good;
  }

  /** How many of a measure there were. */
  all(measure: Measure): number {
    return this.figures.get(measure)?.all ?? 0;
  }

  /** All figures, with what is bad by kind, the most frequent first. */
  report(): string {
    const lines: string[] = [];
    for (const measure of Object.keys(words) as readonly Measure[]) {
      const figure = this.figures.get(measure);
      if (figure === undefined) continue;
      const { good, all, bad } = figure;
      const aim = aims[measure];
      const mark =
        aim === null ? '' : good / all >= aim ? ` (aim ${percent(aim)}, met)` : ` (aim ${percent(aim)}, MISSED)`;
      lines.push(`${percent(good / all)} ${measure}: ${words[measure]}: ${String(good)} of ${String(all)}${mark}`);
      const groups = [...bad].sort(([, a], [, b]) => b.count - a.count);
      for (const [about, { count, examples }] of groups.slice(0, 40)) {
        lines.push(`    ${String(count)} ${about}`);
        for (const { asked, judgement } of examples) {
          const { kind, version, origin, text, expectsJson } = asked;
          lines.push(`        ${kind} ${version.id} ${origin}, JSON ${String(expectsJson)}: ${JSON.stringify(text)}`);
          lines.push(`          ${cut(judgement.detail)}`);
        }
      }
    }
    return lines.join('\n');
  }

  /** The bad examples that were kept of a measure, for a test that must say what failed. */
  examples(measure: Measure): readonly string[] {
    const groups = [...(this.figures.get(measure)?.bad.values() ?? [])];
    return groups.flatMap(({ examples }) => examples.map((e) => `${e.asked.text}: ${cut(e.judgement.detail)}`));
  }
}

function percent(share: number): string {
  return `${(Math.floor(share * 10_000) / 100).toFixed(2)} %`;
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 600 ? `${line.slice(0, 600)} …` : line;
}
