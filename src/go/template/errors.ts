/** The one error of the template engine. Its message is Go's, byte for byte. */
import type { GoVersion } from '../version';

/** The phase that failed: reading the template text or running the template. */
export type Phase = 'parse' | 'exec';

/** Everything a `TemplateError` carries; offsets are UTF-16 offsets into the template text. */
export interface TemplateFailure {
  /** Go's whole message, position prefix included. */
  readonly message: string;
  readonly phase: Phase;
  /** Which of the engine's errors this is, in kebab case; stable, for fixes and explanations. */
  readonly code: string;
  /** Go's message without `template: name:line:col: executing "name" at <…>: `. */
  readonly detail: string;
  /** What a person should look at, `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** The first Go that would not have failed here, where only the release is to blame; null when any would have. */
  readonly needs: GoVersion | null;
}

/** Thrown inside a phase by its one `fail` function and turned into a result at the phase's boundary. */
export class TemplateError extends Error implements TemplateFailure {
  readonly phase: Phase;
  readonly code: string;
  readonly detail: string;
  readonly from: number;
  readonly to: number;
  readonly needs: GoVersion | null;

  constructor(failure: TemplateFailure) {
    super(failure.message);
    this.name = 'TemplateError';
    this.phase = failure.phase;
    this.code = failure.code;
    this.detail = failure.detail;
    this.from = failure.from;
    this.to = failure.to;
    this.needs = failure.needs;
  }
}
