/** What stands in place of the stages where there are none, and the words for an answer that did not come. */
import type { QuestionName, RenderFailure, Stages } from '../pipeline';
import { findPlatform } from '../platforms';
import type { Lacking, Reply } from '../worker';

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
      return lackingWords(reply.missing);
    case 'failed':
      return `The playground could not render this: ${reply.message}. That is a defect of this page.`;
    case 'dropped':
      return 'The template has changed meanwhile.';
  }
}

/** What could not be fetched, as a sentence. */
export function lackingWords({ what, of }: Lacking): string {
  const name = findPlatform(of)?.name ?? of;
  switch (what) {
    case 'engine':
      return 'The part of the page that renders could not be fetched.';
    case 'platform':
      return `The rules and the preview of ${name} could not be fetched.`;
    case 'presets':
      return `The templates for ${name} could not be fetched.`;
    case 'analysis':
      return 'What finds mistakes in templates could not be fetched.';
    case 'parser':
      return `The parser of ${name} could not be fetched: its texts are shown without markup.`;
  }
}

function seconds(milliseconds: number): string {
  return milliseconds === 1000 ? 'a second' : `${String(milliseconds / 1000)} seconds`;
}

/** The stages of what got no answer. */
export function stagesOf(reply: Unanswered): Stages {
  return without('playground', whyNot(reply));
}
