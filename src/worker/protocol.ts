/** What the page and a worker say to each other: plain data, in order. */
import type { AnswerTo, Missing, Question, QuestionName } from '../pipeline';

/** A question on its way to a worker. Ids are unique within a page's lane; a later question has a greater one. */
export type ToWorker = {
  readonly [N in QuestionName]: { readonly id: number; readonly name: N; readonly question: Question<N> };
}[QuestionName];

/** What a worker says, of the question with an `id`. */
export type FromWorker =
  /** It is there, and reads questions. */
  | { readonly kind: 'ready' }
  /** It has to fetch something first. */
  | { readonly kind: 'fetching'; readonly id: number }
  /** The work begins: from now on it hears nothing until the answer is there. */
  | { readonly kind: 'begun'; readonly id: number }
  | {
      readonly kind: 'answered';
      readonly id: number;
      readonly answer: AnswerTo<QuestionName> | null;
      readonly missing: Missing | null;
    }
  /** A defect: the question threw. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** Where the worker's script puts what answers, when it is the page that runs it. */
export const answererKey = Symbol.for('playground.answerer');
