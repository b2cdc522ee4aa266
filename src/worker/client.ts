/**
 * Answers for the page: from workers, one for what is shown and one for what is looked for, else from its own thread.
 */
import type { QuestionName } from '../pipeline';
import { Direct } from './direct';
import { Lane, type StartWorker } from './lane';
import type { Ask, Lacking, Reply } from './reply';
import { type LaneName, rules } from './rules';
import { startWorker } from './start';

/** Who is told of what the page has to do without. */
export interface ClientEvents {
  /** No worker can start: the page's own thread answers from now on, and what takes long blocks the page. */
  readonly lost: () => void;
  /** Something could not be fetched; told once, until it is tried again. */
  readonly missing: (missing: Lacking) => void;
}

/** Asks, and keeps an eye on how. Nothing is started before the first question. */
export class Client {
  private readonly lanes: Readonly<Record<LaneName, Lane>>;
  private readonly told = new Set<string>();

  /** `start` starts a worker; `here` answers where none can be. */
  constructor(
    private readonly events: ClientEvents,
    start: StartWorker = startWorker,
    here = new Direct(),
  ) {
    const lost = (): void => {
      this.once('lost', events.lost);
    };
    this.lanes = { shown: new Lane(start, here, lost), sought: new Lane(start, here, lost) };
  }

  /** Asks a question. Never rejects. */
  readonly ask: Ask = async (name, question) => {
    const reply = await this.lanes[rules[name].lane].ask(name, question);
    this.tell(reply);
    return reply;
  };

  /** Whether the page's own thread answers. */
  get answersHere(): boolean {
    return this.lanes.shown.answersHere;
  }

  /** Tries anew what could not be started or fetched. Whoever wants a better answer asks again. */
  restart(): void {
    this.told.clear();
    for (const lane of Object.values(this.lanes)) lane.restart();
  }

  private tell(reply: Reply<QuestionName>): void {
    const { missing } = reply.kind === 'answer' || reply.kind === 'missing' ? reply : { missing: null };
    if (missing === null) return;
    this.once(`${missing.what} ${missing.of}`, () => {
      this.events.missing(missing);
    });
  }

  private once(key: string, tell: () => void): void {
    if (this.told.has(key)) return;
    this.told.add(key);
    tell();
  }
}
