/** What is wrong with a payload, where, and what to do about it. */
import { Locator } from '../go';

/**
 * One remark. `[from, to)` are UTF-16 offsets into the payload's text; line and column count from 1, the column in
 * characters.
 */
export interface PayloadProblem {
  /** An error keeps the payload from being used, a warning does not. */
  readonly severity: 'error' | 'warning';
  /**
   * Whether the payload's text is meant, or the settings beside it (version, custom fields); those have the span
   * `[0, 0)`.
   */
  readonly about: 'payload' | 'settings';
  readonly message: string;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
}

/** How many problems of a payload are told; nobody reads more, and a payload may be wrong a million times. */
const mostProblems = 100;

/**
 * The longest message in UTF-16 units; a longer one quotes a key, a number or brackets that nobody reads to the end.
 */
const longestMessage = 500;

function shortened(message: string): string {
  if (message.length <= longestMessage) return message;
  return `${message.slice(0, 300)} … ${message.slice(-150)}`;
}

/** Collects the problems of one payload text. */
export class ProblemList {
  private readonly found: PayloadProblem[] = [];
  private errors = 0;

  private readonly locator: Locator;

  constructor(text: string) {
    this.locator = new Locator(text);
  }

  /** Adds a remark on a stretch of the payload. */
  add(
    severity: PayloadProblem['severity'],
    span: { readonly from: number; readonly to: number },
    message: string,
  ): void {
    if (this.isTold(severity)) {
      const { from, to } = span;
      this.found.push({ severity, about: 'payload', message: shortened(message), from, to, ...this.locator.at(from) });
    }
  }

  /** Adds a remark on what the payload is to be used with; several settings may call for the same one. */
  addSetting(severity: PayloadProblem['severity'], text: string): void {
    const message = shortened(text);
    if (this.found.some((other) => other.about === 'settings' && other.message === message)) return;
    if (this.isTold(severity)) {
      this.found.push({ severity, about: 'settings', message, from: 0, to: 0, line: 1, column: 1 });
    }
  }

  /** The problems that are told, in the order of the text. */
  get all(): readonly PayloadProblem[] {
    return [...this.found].sort((a, b) => a.from - b.from);
  }

  /** Whether there was an error, told or not. */
  get failed(): boolean {
    return this.errors > 0;
  }

  /** Counts an error. The first one is told even after too many warnings: it is why there is no value. */
  private isTold(severity: PayloadProblem['severity']): boolean {
    if (severity === 'error') this.errors++;
    return this.found.length < mostProblems || (severity === 'error' && this.errors === 1);
  }
}
