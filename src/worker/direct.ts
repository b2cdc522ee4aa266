/** Answers on the page's own thread: everything works, but what takes long blocks the page. */
import type { Answerer, QuestionName } from '../pipeline';
import entry from './entry.ts?worker&url';
import { type ToWorker, answererKey } from './protocol';
import { type AnyReply, replyOf } from './reply';

/** Lets the browser do what waits: input first. */
function letThePageBreathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}

/** The page's own thread as one that answers; what that takes is fetched when it is first needed. */
export class Direct {
  private answerer: Promise<Answerer> | null = null;

  /** `load` fetches what answers, and rejects where it cannot. */
  constructor(private readonly load: () => Promise<Answerer> = loadAnswerer) {}

  /** The answer to a question; begins once the page has had its turn, unless it is not wanted then. Never rejects. */
  async answer({ name, question }: ToWorker, isWanted: () => boolean): Promise<AnyReply> {
    let answerer: Answerer;
    try {
      this.answerer ??= this.load();
      answerer = await this.answerer;
    } catch {
      // The next question tries again.
      this.answerer = null;
      return { kind: 'missing', missing: { what: 'engine', of: '' } };
    }
    await letThePageBreathe();
    try {
      // Both are of the same question, which TypeScript cannot tell of a union.
      const answered = await answerer.answer<QuestionName>(name, question, {
        begins: isWanted,
      });
      return answered === null ? { kind: 'dropped' } : replyOf(answered);
    } catch (error) {
      return { kind: 'failed', message: String(error) };
    }
  }

  /** Forgets what could not be fetched, so that it is tried again. */
  forget(): void {
    this.answerer = null;
  }
}

/** How often the worker's script was asked for. Browsers remember that a script could not be fetched. */
let tries = 0;

/**
 * What answers. The built page runs the worker's own script, so that nobody fetches the pipeline twice; where there is
 * no such script, in Node, in development and in the page of one file, it is imported.
 */
async function loadAnswerer(): Promise<Answerer> {
  if (!import.meta.env.PROD || import.meta.env.SSR || import.meta.env.MODE === 'single') {
    const pipeline = await import('../pipeline');
    return new pipeline.Answerer();
  }
  await import(/* @vite-ignore */ tries++ === 0 ? entry : `${entry}?${String(tries)}`);
  // The script has put it there, as it has run.
  return Reflect.get(globalThis, answererKey) as Answerer;
}
