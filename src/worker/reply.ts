/** What became of a question. */
import type { AnswerTo, Missing, Question, QuestionName } from '../pipeline';

/** What became of a question. */
export type Reply<N extends QuestionName> =
  | { readonly kind: 'answer'; readonly answer: AnswerTo<N>; readonly missing: Missing | null }
  /** The worker was ended after so many milliseconds. */
  | { readonly kind: 'stopped'; readonly after: number }
  /** Nobody could answer: what that takes could not be fetched. */
  | { readonly kind: 'missing'; readonly missing: Lacking }
  /** A defect, in the words of the error. */
  | { readonly kind: 'failed'; readonly message: string }
  /** A newer question replaced it. */
  | { readonly kind: 'dropped' };

/** What could not be fetched; `engine` is all that answers questions. */
export interface Lacking {
  readonly what: Missing['what'] | 'engine';
  readonly of: string;
}

/** Any question's reply. */
export type AnyReply = Reply<QuestionName>;

/** Asks a question. Never rejects. */
export type Ask = <N extends QuestionName>(name: N, question: Question<N>) => Promise<Reply<N>>;

/** What an answerer has come to, as a reply. */
export function replyOf({
  answer,
  missing,
}: {
  readonly answer: AnswerTo<QuestionName> | null;
  readonly missing: Missing | null;
}): AnyReply {
  return missing !== null && answer === null ? { kind: 'missing', missing } : { kind: 'answer', answer, missing };
}
