/** Answers questions: fetches the platform that one names, and its parser, and asks the pipeline then. */
import { type Platform, type Presets, loadPlatform, loadPresets } from '../platforms';
import {
  type AnswerTo,
  type Question,
  type QuestionName,
  analysed,
  drawn,
  loadAnalysing,
  questions,
  withPresets,
} from './questions';

/**
 * What could not be fetched: all of a platform or its templates, by its id, its parser, by its name, or the analysis.
 */
export interface Missing {
  readonly what: 'platform' | 'presets' | 'parser' | 'analysis';
  readonly of: string;
}

/** An answer, and what of the page was missing to make a better one; null where there can be none without that. */
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

/** What a question is asked with. */
interface Parts {
  readonly platform: Platform | null;
  readonly presets: Presets | null;
  readonly missing: Missing | null;
}

/** Remembers what was fetched. What could not be is not tried again: another answerer may. */
export class Answerer {
  private readonly fetched = new Map<string, unknown>();
  private readonly failed = new Set<string>();

  /** The answer to a question, or null where nobody wants it any more. Rejects only where a question throws. */
  async answer<N extends QuestionName>(
    name: N,
    question: Question<N>,
    { fetching, begins }: Progress = {},
  ): Promise<Answered<N> | null> {
    const { platform, presets, missing } = await this.partsFor(name, question.platform, fetching);
    if (begins?.() === false) return null;
    if (missing !== null && missing.what !== 'parser') return { answer: null, missing };
    // A table of functions, each of its own question, is to TypeScript a function of all questions at once.
    const ask = questions[name] as (
      question: Question<N>,
      ...parts: [Platform | null, Presets | null]
    ) => AnswerTo<N> | Promise<AnswerTo<N>>;
    return { answer: await ask(question, platform, presets), missing };
  }

  private async partsFor(name: QuestionName, id: string | null, fetching: Progress['fetching']): Promise<Parts> {
    const none = { platform: null, presets: null };
    if (analysed.has(name) && (await this.fetch('analysis', loadAnalysing, fetching)) === null)
      return { ...none, missing: { what: 'analysis', of: '' } };
    if (id === null) return { ...none, missing: null };
    const platform = await this.fetch(`platform ${id}`, () => loadPlatform(id), fetching);
    if (platform === null) return { ...none, missing: { what: 'platform', of: id } };
    const presets = withPresets.has(name) ? await this.fetch(`presets ${id}`, () => loadPresets(id), fetching) : null;
    if (presets === null && withPresets.has(name)) return { platform, presets, missing: { what: 'presets', of: id } };
    const { loadParser } = platform;
    if (loadParser === undefined || !drawn.has(name)) return { platform, presets, missing: null };
    const parser = await this.fetch(`parser ${id}`, () => loadParser().then(() => true), fetching);
    return { platform, presets, missing: parser === null ? { what: 'parser', of: platform.name } : null };
  }

  /** Something that is fetched once; null where it cannot be. */
  private async fetch<T>(key: string, load: () => Promise<T>, fetching: Progress['fetching']): Promise<T | null> {
    // What was fetched under a key is what its `load` gives.
    if (this.fetched.has(key)) return this.fetched.get(key) as T;
    if (this.failed.has(key)) return null;
    fetching?.();
    try {
      const part = await load();
      this.fetched.set(key, part);
      return part;
    } catch {
      this.failed.add(key);
      return null;
    }
  }
}
