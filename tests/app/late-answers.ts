/** Answers that come when a test lets them: to see what the page makes of late ones. */
import { Answerer, type Question, type QuestionName } from '../../src/pipeline';
import type { Ask, Reply } from '../../src/worker';

/** A question that waits for its answer. */
export interface Open {
  readonly name: QuestionName;
  readonly question: Question<QuestionName>;
  /** Gives the answer, or another reply instead, and waits until whoever asked has heard it. */
  readonly reply: (instead?: Reply<QuestionName>) => Promise<void>;
}

/** Whoever asks here waits. */
export class LateAnswers {
  /** What was asked and is not answered yet, the oldest first. */
  readonly open: Open[] = [];
  private readonly answerer = new Answerer();

  readonly ask: Ask = (name, question) =>
    new Promise((resolve) => {
      const open: Open = {
        name,
        question,
        reply: async (instead) => {
          this.open.splice(this.open.indexOf(open), 1);
          const answered = await this.answerer.answer(name, question);
          const { missing = null } = answered ?? {};
          const reply =
            missing?.what === 'platform'
              ? ({ kind: 'missing', missing } as const)
              : ({ kind: 'answer', answer: answered!.answer!, missing } as const);
          resolve((instead as typeof reply | undefined) ?? reply);
          // As many turns as whoever asked may take until the next question.
          for (let turn = 0; turn < 20; turn++) await Promise.resolve();
        },
      };
      this.open.push(open);
    });

  /** The oldest open question of a name. */
  first(name: QuestionName): Open {
    const found = this.open.find((open) => open.name === name);
    if (found === undefined) throw new Error(`nobody asked to ${name}`);
    return found;
  }

  /** Answers everything, what is asked meanwhile included. */
  async all(): Promise<void> {
    while (this.open.length > 0) await this.open[0]!.reply();
  }
}
