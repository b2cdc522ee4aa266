/** Something that is fetched when it is wanted. */
import { type Absence, Absent } from './bring';

/** How long nothing is shown of what is on its way, in milliseconds. */
export const unnoticed = 300;

/** What could not be fetched. */
export interface Failure {
  /** What, why and that nothing is lost, as sentences. */
  readonly text: string;
  /** Whether only a reload of the page helps. */
  readonly reload: boolean;
}

/** What to say of a failure, after the name of what could not be fetched. */
const reasons: Readonly<Record<Absence, string>> = {
  away: 'could not be fetched: the server did not answer. Nothing is lost.',
  gone: 'could not be fetched: the server has a newer release of this page by now. Reload it; your work is saved first.',
  stuck: 'could not be started. Reload the page; your work is saved first.',
};

function failureOf(name: string, error: unknown): Failure {
  const why = error instanceof Absent ? error.why : 'away';
  return { text: `${name.slice(0, 1).toUpperCase()}${name.slice(1)} ${reasons[why]}`, reload: why !== 'away' };
}

/** A part of the page: not asked for, on its way, there, or not to be had for now. */
export class Wanted<T> {
  /** The part, once it is there. */
  value: T | null = $state.raw(null);
  /** Why the last try failed, until the next. */
  failure: Failure | null = $state.raw(null);
  /** Whether it takes so long that people should be told. */
  slow = $state(false);
  private coming: Promise<T> | null = null;

  /** `name` is what people call it, to be read in the middle of a sentence: “the gallery”. */
  constructor(
    readonly name: string,
    private readonly load: () => Promise<T>,
  ) {}

  /** Fetches it, unless it is there or on its way. Rejects where it cannot be fetched; asking again tries again. */
  get(): Promise<T> {
    this.coming ??= this.fetch();
    return this.coming;
  }

  /** Asks for it; `failure` says when it cannot be had. */
  ask(): void {
    this.get().catch(() => undefined);
  }

  private async fetch(): Promise<T> {
    const timer = setTimeout(() => {
      this.slow = true;
    }, unnoticed);
    try {
      const value = await this.load();
      this.value = value;
      this.failure = null;
      return value;
    } catch (error) {
      this.coming = null;
      this.failure = failureOf(this.name, error);
      throw error;
    } finally {
      clearTimeout(timer);
      this.slow = false;
    }
  }
}
