/** What stands in place of the stages where there are none, and the words for an answer that did not come. */
import type { QuestionName, RenderFailure, Stages } from '../pipeline';
import type { Reply } from '../worker';

function without(source: RenderFailure['source'], message: string): Stages {
  return {
    payload: { ok: true, problems: [] },
    rendered: { ok: false, source, message, template: null, worksSince: null },
    json: null,
    verdict: null,
    outcome: 'fail',
  };
}

/** While nothing is rendered at all. */
export const pausedStages = without('paused', 'Nothing is rendered until you ask for it.');

/** Until the first answer is there. */
export const waitingStages = without('waiting', 'Rendering …');

/** A reply without an answer. */
export type Unanswered = Exclude<Reply<QuestionName>, { kind: 'answer' }>;

/** Why there is no answer, as a sentence. */
export function whyNot(reply: Unanswered): string {
  switch (reply.kind) {
    case 'stopped':
      return `The playground stopped this template after ${seconds(reply.after)}; Coroot would go on.`;
    case 'missing':
      return 'The part of the page that renders could not be fetched.';
    case 'failed':
      return `The playground could not render this: ${reply.message}. That is a defect of this page.`;
    case 'dropped':
      return 'The template has changed meanwhile.';
  }
}

function seconds(milliseconds: number): string {
  return milliseconds === 1000 ? 'a second' : `${String(milliseconds / 1000)} seconds`;
}

/** The stages of what got no answer. */
export function stagesOf(reply: Unanswered): Stages {
  return without('playground', whyNot(reply));
}
