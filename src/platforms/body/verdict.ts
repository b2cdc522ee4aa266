/** What a platform would say about a body, before anybody sends it. */
import type { JsonNode } from '../../coroot';
import { type Measure, unitName } from './measure';

/**
 * Something about a body that a person should know. An `error` means that the platform refuses the message or loses it,
 * a `warning` that it arrives otherwise than meant, an `info` that it is worth knowing.
 */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'info';
  /** Names the rule; the same for every body that breaks it. */
  readonly code: string;
  /** What is wrong and what to do, in a sentence or two. */
  readonly message: string;
  /**
   * What the platform itself answers, word for word, or null where that is not known. `…` stands for what is another
   * each time: the id of a request, a time, an address.
   */
  readonly answer: string | null;
  /** The place in the body, in UTF-16 units, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /**
   * Whose words it must be at the place to be worth telling, where that matters. What a template says is meant, so that
   * a mention counts only if the payload brings it; markup that is not read counts only if the template wrote it. The
   * platform does not know; whoever knows where the body is from drops what does not count.
   */
  readonly onlyFrom?: 'template' | 'payload';
}

/** How much of one of the platform's limits a body uses. */
export interface Counter {
  readonly label: string;
  readonly used: number;
  readonly limit: number;
  /** What is counted, in the plural: characters, UTF-16 units, bytes, items … */
  readonly unit: string;
  /** The place in the body that is counted. */
  readonly from: number;
  readonly to: number;
}

/** Everything a platform's rules say about one body. */
export interface Verdict {
  /** In the order of the body; the first of each severity where there are very many. */
  readonly findings: readonly Finding[];
  /** How many findings there are beside those. */
  readonly more: number;
  /** The fullest ones where there are very many. */
  readonly counters: readonly Counter[];
}

/**
 * How many findings of a severity are told, and how many counters; nobody reads more, and a body may be wrong a million
 * times.
 */
const most = 200;

/** A place in the body. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** A text may have `max` of a unit. */
export interface Limit {
  readonly max: number;
  readonly measure: Measure;
}

/** Collects findings and counters while a body is read. */
export class Report {
  private readonly found: Finding[] = [];
  private readonly told = { error: 0, warning: 0, info: 0 };
  private more = 0;
  private counted: Counter[] = [];

  /** `body` is the whole text, which findings without a place of their own speak of. */
  constructor(readonly body: string) {}

  error(at: Place, code: string, message: string, answer: string | null = null): void {
    this.add('error', at, code, message, answer);
  }

  warning(at: Place, code: string, message: string, answer: string | null = null): void {
    this.add('warning', at, code, message, answer);
  }

  info(at: Place, code: string, message: string): void {
    this.add('info', at, code, message, null);
  }

  /** Says that a mention notifies people, which counts where the payload brings it; `told` is how bad that is. */
  mention(at: Place, code: string, message: string, told: 'warning' | 'info' = 'warning'): void {
    const { from, to } = at;
    this.tell({ severity: told, code, message, answer: null, from, to, onlyFrom: 'payload' });
  }

  /** Tells of markup that the platform does not read as it is meant, which counts where the template wrote it. */
  foreign(at: Place, code: string, message: string, told: 'warning' | 'info' = 'warning'): void {
    const { from, to } = at;
    this.tell({ severity: told, code, message, answer: null, from, to, onlyFrom: 'template' });
  }

  private add(severity: Finding['severity'], at: Place, code: string, message: string, answer: string | null): void {
    this.tell({ severity, code, message, answer, from: at.from, to: at.to });
  }

  private tell(finding: Finding): void {
    if (this.told[finding.severity] === most) this.more++;
    else {
      this.told[finding.severity]++;
      this.found.push(finding);
    }
  }

  private note(counter: Counter): void {
    this.counted.push(counter);
    // Not at every one, so that the time is in proportion to their number.
    if (this.counted.length === 2 * most) this.counted = fullest(this.counted);
  }

  /** Takes over what another report says about the same body, with the answers that `answerOf` gives. */
  addAll({ findings, more, counters }: Verdict, answerOf: (finding: Finding) => string | null): void {
    for (const finding of findings) this.tell({ ...finding, answer: answerOf(finding) });
    for (const counter of counters) this.note(counter);
    this.more += more;
  }

  /** Notes how much of a limit is used. */
  count(label: string, used: number, limit: number, unit: string, at: Place): void {
    this.note({ label, used, limit, unit, from: at.from, to: at.to });
  }

  /** Counts a text against a limit. Returns whether it keeps it. */
  countText(label: string, text: string, limit: Limit, at: Place): boolean {
    const used = limit.measure(text);
    this.count(label, used, limit.max, unitName(limit.measure), at);
    return used <= limit.max;
  }

  /** The place of the whole body. */
  get whole(): Place {
    return { from: 0, to: this.body.length };
  }

  get verdict(): Verdict {
    const findings = this.found.toSorted((a, b) => a.from - b.from);
    return { findings, more: this.more, counters: fullest(this.counted) };
  }
}

/** As many counters as are told, those that use most of their limit, in the order of the body. */
function fullest(counters: readonly Counter[]): Counter[] {
  if (counters.length <= most) return [...counters];
  const full = ({ used, limit }: Counter): number => used / limit;
  const told = new Set(counters.toSorted((a, b) => full(b) - full(a)).slice(0, most));
  return counters.filter((counter) => told.has(counter));
}

/** The place of a value in the body. */
export function placeOf(node: JsonNode): Place {
  return { from: node.from, to: node.to };
}

/**
 * The worst that a verdict says: `fail` when the platform refuses or loses the message, `warn` when it arrives damaged.
 */
export function worst({ findings }: Verdict): 'pass' | 'warn' | 'fail' {
  if (findings.some(({ severity }) => severity === 'error')) return 'fail';
  return findings.some(({ severity }) => severity === 'warning') ? 'warn' : 'pass';
}
