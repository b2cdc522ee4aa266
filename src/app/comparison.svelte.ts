/** One payload on the platforms that a person picked, side by side. */
import type { CompareColumn, PipelineInput } from '../pipeline';
import type { Ask } from '../worker';
import { whyNot } from './no-stages';

/** What there is of a platform's column: what it looks like, or why it has nothing to show, as a sentence. */
export type Compared = { readonly column: CompareColumn } | { readonly reason: string };

/** The columns of the platforms, by their ids, each there when its answer is. */
export class Comparison {
  columns: Readonly<Record<string, Compared>> = $state.raw({});
  private turn = 0;

  constructor(private readonly ask: Ask) {}

  /**
   * Compares an input on platforms, by their ids; `current` is the one that the template at hand is for. Columns that
   * are there stay until there are newer ones.
   */
  async run(platforms: readonly string[], current: string | null, input: PipelineInput): Promise<void> {
    const turn = ++this.turn;
    for (const platform of platforms) {
      const reply = await this.ask('compare', { platform, own: platform === current, input });
      if (turn !== this.turn) return;
      const column = reply.kind === 'answer' ? reply.answer : null;
      const compared = column === null ? { reason: reply.kind === 'answer' ? '' : whyNot(reply) } : { column };
      this.columns = { ...this.columns, [platform]: compared };
    }
  }

  /** Forgets what is being compared. */
  stop(): void {
    this.turn++;
  }
}
