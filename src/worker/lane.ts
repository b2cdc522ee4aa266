/**
 * Asks one worker: at most one question is under way, of those that wait newer ones replace older ones, and a watchdog
 * ends a worker that does not answer in time and starts another. Where workers cannot start, the page's own thread
 * answers.
 */
import type { QuestionName } from '../pipeline';
import type { Direct } from './direct';
import type { FromWorker, ToWorker } from './protocol';
import { type AnyReply, type Ask, replyOf } from './reply';
import { rules, startPatience } from './rules';

/** A worker, as a lane uses it. */
export interface Port {
  readonly send: (message: ToWorker) => void;
  readonly end: () => void;
}

/** Who listens to a worker. `broken` is that its script did not load, or threw. */
export interface Listener {
  readonly heard: (message: FromWorker) => void;
  readonly broken: () => void;
}

/** Starts a worker. Throws where there can be none. */
export type StartWorker = (listener: Listener) => Port;

/** How long before the end of its patience a lane looks whether it was the page that had no time, in milliseconds. */
const grace = 50;

interface Pending {
  readonly message: ToWorker;
  readonly resolve: (reply: AnyReply) => void;
  /** Whether the worker fetches something for it. */
  fetching: boolean;
}

/** Questions to one worker. */
export class Lane {
  private port: Port | null = null;
  /** Whether the worker that runs has said that it is there, and whether any ever has. */
  private ready = false;
  private everReady = false;
  private lateStarts = 0;
  /** Whether the page's own thread answers. */
  private isHere = false;
  private underWay: Pending | null = null;
  private waiting: readonly Pending[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private ids = 0;

  /** `lost` is told when the page's own thread has to answer from now on. */
  constructor(
    private readonly startWorker: StartWorker,
    private readonly here: Direct,
    private readonly lost: () => void,
  ) {}

  /** Asks a question. Never rejects. */
  readonly ask: Ask = (name, question) =>
    new Promise((resolve) => {
      // Both are of the same question, which TypeScript cannot tell of a union.
      const message = { id: ++this.ids, name, question } as unknown as ToWorker;
      const pending: Pending = { message, resolve: resolve as Pending['resolve'], fetching: false };
      if (rules[name].newestWins) this.dropWaiting(name);
      this.waiting = [...this.waiting, pending];
      this.dropFetching();
      this.next();
    });

  /** Whether the page's own thread answers. */
  get answersHere(): boolean {
    return this.isHere;
  }

  /** Ends the worker and tries anew, whatever went wrong before. */
  restart(): void {
    this.end();
    this.isHere = false;
    this.lateStarts = 0;
    this.here.forget();
    const { underWay } = this;
    this.underWay = null;
    if (underWay !== null) this.waiting = [underWay, ...this.waiting];
    this.next();
  }

  private dropWaiting(name: QuestionName): void {
    const isOlder = ({ message }: Pending): boolean => message.name === name;
    for (const { resolve } of this.waiting.filter(isOlder)) resolve({ kind: 'dropped' });
    this.waiting = this.waiting.filter((pending) => !isOlder(pending));
  }

  /** What is only being fetched for has not begun: a newer one does not wait for that. */
  private dropFetching(): void {
    const { underWay } = this;
    if (underWay?.fetching !== true || !rules[underWay.message.name].newestWins) return;
    if (this.waiting.some(({ message }) => message.name === underWay.message.name)) this.finish({ kind: 'dropped' });
  }

  private next(): void {
    if (this.underWay !== null) return;
    const rank = ({ message }: Pending): number => rules[message.name].rank;
    const first = this.waiting.reduce<Pending | null>((a, b) => (a === null || rank(b) < rank(a) ? b : a), null);
    if (first === null) return;
    this.waiting = this.waiting.filter((pending) => pending !== first);
    this.underWay = first;
    if (this.isHere) void this.answerHere(first);
    else if (this.port === null) this.start();
    else this.send(first);
  }

  /** Starts a worker, and sends it what is under way. */
  private start(): void {
    let port: Port | null = null;
    const isMine = (): boolean => port !== null && this.port === port;
    try {
      port = this.startWorker({
        heard: (message) => {
          if (isMine()) this.hear(message);
        },
        broken: () => {
          if (isMine()) this.break();
        },
      });
    } catch {
      this.goOnHere();
      return;
    }
    this.port = port;
    this.ready = false;
    if (this.underWay !== null) this.send(this.underWay);
    this.watch(startPatience, () => {
      this.startIsLate();
    });
  }

  private send(pending: Pending): void {
    pending.fetching = false;
    try {
      this.port?.send(pending.message);
    } catch (error) {
      this.finish({ kind: 'failed', message: String(error) });
      return;
    }
    if (this.ready) this.watchFor(startPatience);
  }

  private hear(message: FromWorker): void {
    if (message.kind === 'ready') {
      this.ready = true;
      this.everReady = true;
      this.lateStarts = 0;
      if (this.underWay === null) clearTimeout(this.timer);
      else this.watchFor(startPatience);
      return;
    }
    const { underWay } = this;
    // What was dropped while it was fetched for is nobody's any more.
    if (underWay?.message.id !== message.id) return;
    switch (message.kind) {
      case 'fetching':
        underWay.fetching = true;
        clearTimeout(this.timer);
        this.dropFetching();
        return;
      case 'begun':
        underWay.fetching = false;
        this.watchFor(rules[underWay.message.name].patience);
        return;
      case 'answered':
        this.finish(replyOf(message));
        return;
      case 'failed':
        this.finish({ kind: 'failed', message: message.message });
    }
  }

  /** Ends the worker where it does not go on in time. */
  private watchFor(after: number): void {
    this.watch(after, () => {
      this.end();
      const { underWay } = this;
      this.underWay = null;
      // Another one starts at once, so that the next question need not wait for that.
      this.start();
      underWay?.resolve({ kind: 'stopped', after });
      this.next();
    });
  }

  private watch(after: number, then: () => void): void {
    clearTimeout(this.timer);
    // In two steps: after a page that was busy or asleep, what the worker said meanwhile is read in between.
    this.timer = setTimeout(() => {
      this.timer = setTimeout(then, grace);
    }, after - grace);
  }

  private end(): void {
    clearTimeout(this.timer);
    this.port?.end();
    this.port = null;
    this.ready = false;
  }

  private finish(reply: AnyReply): void {
    clearTimeout(this.timer);
    const { underWay } = this;
    this.underWay = null;
    underWay?.resolve(reply);
    this.next();
  }

  /** A machine may have slept meanwhile: where workers have started before, one more is tried. */
  private startIsLate(): void {
    this.end();
    if (this.everReady && this.lateStarts++ === 0) this.start();
    else this.goOnHere();
  }

  /** The script of the worker did not load, or threw outside of a question. */
  private break(): void {
    const { ready } = this;
    this.end();
    if (!ready) this.goOnHere();
    else this.finish({ kind: 'failed', message: 'the worker broke' });
  }

  private goOnHere(): void {
    this.end();
    this.isHere = true;
    this.lost();
    if (this.underWay === null) this.next();
    else void this.answerHere(this.underWay);
  }

  private async answerHere(pending: Pending): Promise<void> {
    const { message } = pending;
    const reply = await this.here.answer(message, () => this.underWay === pending);
    if (this.underWay === pending) this.finish(reply);
  }
}
