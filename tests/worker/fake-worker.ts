/** Workers that a test plays: what they were sent, and what they say. */
import type { FromWorker, ToWorker } from '../../src/worker/protocol';
import type { Listener, Port } from '../../src/worker/lane';

/** One worker that was started. */
export class FakeWorker implements Port {
  /** What it was sent, in order. */
  readonly got: ToWorker[] = [];
  ended = false;

  constructor(private readonly listener: Listener) {}

  readonly send = (message: ToWorker): void => {
    if (this.ended) throw new Error('sent to a worker that was ended');
    this.got.push(message);
  };

  readonly end = (): void => {
    this.ended = true;
  };

  /** Says something, as a worker does that was ended a moment ago, too. */
  say(message: FromWorker): void {
    this.listener.heard(message);
  }

  ready(): void {
    this.say({ kind: 'ready' });
  }

  /** Its script does not load. */
  breakDown(): void {
    this.listener.broken();
  }

  /** The question it was sent last. */
  get last(): ToWorker {
    return this.got.at(-1)!;
  }

  begin(): void {
    this.say({ kind: 'begun', id: this.last.id });
  }

  /** Answers the question it was sent last; the answer is the question's own text, so that a test sees whose it is. */
  answer(): void {
    const { id, question } = this.last;
    this.say({ kind: 'answered', id, answer: question as never, missing: null });
  }
}
