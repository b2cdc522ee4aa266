/** Answers questions: fetches the platform that one names, and its parser, and asks the pipeline then. */
import { type Platform, loadPlatform } from '../platforms';
import { type AnswerTo, type Question, type QuestionName, drawn, questions } from './questions';

/** What could not be fetched: all of a platform, by its id, or its parser, by its name. */
export interface Missing {
  readonly what: 'platform' | 'parser';
  readonly of: string;
}

/** An answer, and what of the page was missing to make a better one; null where that is the platform itself. */
export interface Answered<N extends QuestionName> {
  readonly answer: AnswerTo<N> | null;
  readonly missing: Missing | null;
}

/** Who wants to know how an answer is coming along. */
export interface Progress {
  /** Something has to be fetched first. */
  readonly fetching?: () => void;
  /** The work begins. Returns false where nobody wants the answer any more. */
  readonly begins?: () => boolean;
}

/** Remembers what was fetched. What could not be is not tried again: another answerer may. */
export class Answerer {
  private readonly loaded = new Map<string, Platform>();
  private readonly ready = new Set<string>();
  private readonly failed = new Set<string>();

  /** The answer to a question, or null where nobody wants it any more. Rejects only where a question throws. */
  async answer<N extends QuestionName>(
    name: N,
    question: Question<N>,
    { fetching, begins }: Progress = {},
  ): Promise<Answered<N> | null> {
    const { platform: id } = question;
    let missing: Missing | null = null;
    let platform: Platform | null = null;
    if (id !== null) {
      platform = this.loaded.get(id) ?? (await this.load(id, fetching));
      if (platform === null) missing = { what: 'platform', of: id };
      else if (drawn.has(name)) missing = await this.parserOf(platform, fetching);
    }
    if (begins?.() === false) return null;
    // A table of functions, each of its own question, is to TypeScript a function of all questions at once.
    const ask = questions[name] as (question: Question<N>, platform: Platform | null) => AnswerTo<N>;
    return { answer: missing?.what === 'platform' ? null : ask(question, platform), missing };
  }

  private async load(id: string, fetching: Progress['fetching']): Promise<Platform | null> {
    if (this.failed.has(id)) return null;
    fetching?.();
    try {
      const platform = await loadPlatform(id);
      this.loaded.set(id, platform);
      return platform;
    } catch {
      this.failed.add(id);
      return null;
    }
  }

  private async parserOf({ id, name, loadParser }: Platform, fetching: Progress['fetching']): Promise<Missing | null> {
    if (loadParser === undefined || this.ready.has(id)) return null;
    const key = `parser of ${id}`;
    if (this.failed.has(key)) return { what: 'parser', of: name };
    fetching?.();
    try {
      await loadParser();
      this.ready.add(id);
      return null;
    } catch {
      this.failed.add(key);
      return { what: 'parser', of: name };
    }
  }
}
