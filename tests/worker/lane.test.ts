/**
 * One worker at a time: newest wins, one question is under way, nothing starves, and a worker that does not answer is
 * ended and replaced.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answerer } from '../../src/pipeline';
import { Direct } from '../../src/worker/direct';
import { Lane } from '../../src/worker/lane';
import type { Reply } from '../../src/worker/reply';
import { FakeWorker } from './fake-worker';

let workers: FakeWorker[];
let lane: Lane;
let lost: number;
let replies: Record<string, Reply<'draw' | 'cause' | 'fare'>>;
/** What the page's own thread was asked. */
let here: string[];

/** Answers on the page's own thread with the text of the question. */
const answerer = {
  answer: (_: string, question: { readonly body: string }, { begins }: { begins: () => boolean }) => {
    if (!begins()) return Promise.resolve(null);
    here.push(question.body);
    return Promise.resolve({ answer: question, missing: null });
  },
} as unknown as Answerer;

/** Asks in a lane, by names that a test can read; what became of it is in `replies`. */
function ask(text: string, name: 'draw' | 'cause' | 'fare' = 'draw'): void {
  void lane.ask(name, { platform: null, body: text }).then((reply) => (replies[text] = reply as never));
}

/** Whose answer a reply is, or else what became of it. */
function of(text: string): string | undefined {
  const reply = replies[text];
  if (reply?.kind !== 'answer') return reply?.kind;
  return `answer to ${(reply.answer as unknown as { readonly body: string }).body}`;
}

const sent = (worker: FakeWorker): readonly string[] =>
  worker.got.map(({ question }) => (question as unknown as { readonly body: string }).body);

/** Lets everything happen that is due now, one after the other. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await vi.advanceTimersByTimeAsync(1);
}

function laneWith(
  start: () => void = () => undefined,
  load: () => Promise<Answerer> = () => Promise.resolve(answerer),
) {
  return new Lane(
    (listener) => {
      start();
      const worker = new FakeWorker(listener);
      workers.push(worker);
      return worker;
    },
    new Direct(load),
    () => lost++,
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  replies = {};
  here = [];
  lost = 0;
  lane = laneWith();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A lane whose worker is there and has nothing to do. */
async function idle(): Promise<FakeWorker> {
  ask('hello');
  const worker = workers[0]!;
  worker.ready();
  worker.begin();
  worker.answer();
  await settle();
  worker.got.length = 0;
  return worker;
}

test('nothing is started before somebody asks', () => {
  expect(workers).toEqual([]);
});

test('the first question starts a worker, is sent at once, and is answered', async () => {
  ask('a');
  expect(sent(workers[0]!)).toEqual(['a']);
  workers[0]!.ready();
  workers[0]!.begin();
  workers[0]!.answer();
  await settle();
  expect(of('a')).toBe('answer to a');
});

test('at most one is under way; of those that wait the newest is asked next, the others are dropped', async () => {
  const worker = await idle();
  for (const text of ['a', 'b', 'c', 'd']) ask(text);
  expect(sent(worker)).toEqual(['a']);
  await settle();
  expect([of('a'), of('b'), of('c'), of('d')]).toEqual([undefined, 'dropped', 'dropped', undefined]);
  worker.begin();
  worker.answer();
  await settle();
  expect(of('a')).toBe('answer to a');
  expect(sent(worker)).toEqual(['a', 'd']);
});

test('nothing starves: with a question at each key, every one that was begun is answered', async () => {
  const worker = await idle();
  const answered: string[] = [];
  for (let key = 0; key < 100; key++) {
    ask(`key ${String(key)}`);
    if (key % 7 !== 6) continue;
    const { body } = worker.last.question as unknown as { readonly body: string };
    worker.begin();
    worker.answer();
    await settle();
    expect(of(body)).toBe(`answer to ${body}`);
    answered.push(body);
  }
  expect(answered.length).toBe(14);
});

test('another question does not drop it, and the one a person waits for comes first', async () => {
  const worker = await idle();
  ask('under way');
  ask('a cause', 'cause');
  ask('a drawing');
  worker.answer();
  await settle();
  expect(sent(worker)).toEqual(['under way', 'a drawing']);
  worker.answer();
  await settle();
  expect(sent(worker)).toEqual(['under way', 'a drawing', 'a cause']);
});

test('cells of the grid are all answered, in order, and what is looked for meanwhile waits for one at most', async () => {
  const worker = await idle();
  for (const text of ['cell 1', 'cell 2', 'cell 3']) ask(text, 'fare');
  ask('findings');
  worker.answer();
  worker.answer();
  worker.answer();
  worker.answer();
  await settle();
  expect(sent(worker)).toEqual(['cell 1', 'findings', 'cell 2', 'cell 3']);
  expect(of('cell 3')).toBe('answer to cell 3');
});

describe('the watchdog', () => {
  test('ends a worker a second after it began, says so, and asks the next one the newest question', async () => {
    const worker = await idle();
    ask('endless');
    worker.begin();
    ask('old');
    ask('new');
    await vi.advanceTimersByTimeAsync(999);
    expect(worker.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(worker.ended).toBe(true);
    expect(replies['endless']).toEqual({ kind: 'stopped', after: 1000 });
    expect(workers).toHaveLength(2);
    expect(sent(workers[1]!)).toEqual(['new']);
    workers[1]!.ready();
    workers[1]!.begin();
    workers[1]!.answer();
    await settle();
    expect(of('new')).toBe('answer to new');
    expect(lost).toBe(0);
  });

  test('starts another worker at once, though nobody asks: the next question need not wait for that', async () => {
    const worker = await idle();
    ask('endless');
    worker.begin();
    await vi.advanceTimersByTimeAsync(1000);
    expect(workers).toHaveLength(2);
    expect(sent(workers[1]!)).toEqual([]);
    // Which is not ended for having nothing to do.
    workers[1]!.ready();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers[1]!.ended).toBe(false);
  });

  test('counts from when the work begins, not from when it was asked or fetched for', async () => {
    const worker = await idle();
    ask('slow network');
    worker.say({ kind: 'fetching', id: worker.last.id });
    await vi.advanceTimersByTimeAsync(30_000);
    worker.begin();
    await vi.advanceTimersByTimeAsync(900);
    worker.answer();
    await settle();
    expect(of('slow network')).toBe('answer to slow network');
  });

  test('lets a cell of the grid work for ten seconds', async () => {
    const worker = await idle();
    ask('cell', 'fare');
    worker.begin();
    await vi.advanceTimersByTimeAsync(9999);
    expect(worker.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(replies['cell']).toEqual({ kind: 'stopped', after: 10_000 });
  });

  test('ends a worker that is there and never begins', async () => {
    const worker = await idle();
    ask('a');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(worker.ended).toBe(true);
    expect(of('a')).toBe('stopped');
  });

  test('is not set off by an answer that was on its way while the page was busy', async () => {
    const worker = await idle();
    ask('a');
    worker.begin();
    await vi.advanceTimersByTimeAsync(960);
    worker.answer();
    await vi.advanceTimersByTimeAsync(5000);
    expect(of('a')).toBe('answer to a');
    expect(worker.ended).toBe(false);
  });

  test('does not mind what an ended worker still says', async () => {
    const worker = await idle();
    ask('endless');
    worker.begin();
    await vi.advanceTimersByTimeAsync(1000);
    ask('next');
    worker.answer();
    await settle();
    expect(of('endless')).toBe('stopped');
    expect(of('next')).toBeUndefined();
  });
});

test('what is only being fetched for is dropped for a newer one, and its answer is nobody’s', async () => {
  const worker = await idle();
  ask('rare platform');
  const { id } = worker.last;
  worker.say({ kind: 'fetching', id });
  ask('common platform');
  await settle();
  expect(of('rare platform')).toBe('dropped');
  expect(sent(worker)).toEqual(['rare platform', 'common platform']);
  worker.say({ kind: 'answered', id, answer: null, missing: null });
  await settle();
  expect(of('common platform')).toBeUndefined();
});

test('a newer question that is there when the fetching begins takes its place', async () => {
  const worker = await idle();
  ask('rare platform');
  ask('common platform');
  worker.say({ kind: 'fetching', id: worker.last.id });
  await settle();
  expect(of('rare platform')).toBe('dropped');
  expect(sent(worker)).toEqual(['rare platform', 'common platform']);
});

test('a question that throws is answered with its words, and the worker goes on', async () => {
  const worker = await idle();
  ask('a');
  worker.say({ kind: 'failed', id: worker.last.id, message: 'Error: no' });
  ask('b');
  worker.answer();
  await settle();
  expect(replies['a']).toEqual({ kind: 'failed', message: 'Error: no' });
  expect(of('b')).toBe('answer to b');
  expect(workers).toHaveLength(1);
});

test('a platform that could not be fetched is said, without an answer', async () => {
  const worker = await idle();
  ask('a');
  const missing = { what: 'platform', of: 'slack' } as const;
  worker.say({ kind: 'answered', id: worker.last.id, answer: null, missing });
  await settle();
  expect(replies['a']).toEqual({ kind: 'missing', missing });
});

test('a worker that breaks between questions is replaced', async () => {
  const worker = await idle();
  ask('a');
  worker.breakDown();
  ask('b');
  await settle();
  expect(of('a')).toBe('failed');
  expect(workers).toHaveLength(2);
  expect(sent(workers[1]!)).toEqual(['b']);
});

describe('the page’s own thread answers', () => {
  const refuse = (): void => {
    throw new DOMException('no workers here', 'SecurityError');
  };

  test('where none can be started, which is told once', async () => {
    lane = laneWith(refuse);
    ask('a');
    await settle();
    ask('b');
    await settle();
    expect([of('a'), of('b')]).toEqual(['answer to a', 'answer to b']);
    expect(lost).toBe(1);
  });

  test('where the script does not load', async () => {
    ask('a');
    workers[0]!.breakDown();
    await settle();
    expect(of('a')).toBe('answer to a');
    expect(lost).toBe(1);
    expect(workers).toHaveLength(1);
  });

  test('where the script never says that it is there, after ten seconds', async () => {
    ask('old');
    ask('new');
    await vi.advanceTimersByTimeAsync(9999);
    expect(here).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    await settle();
    expect(workers[0]!.ended).toBe(true);
    expect(of('new')).toBe('answer to new');
    expect(lost).toBe(1);
  });

  test('but not where workers have started before: a machine may have slept, so one more is tried', async () => {
    const worker = await idle();
    ask('endless');
    worker.begin();
    await vi.advanceTimersByTimeAsync(1000);
    ask('next');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lost).toBe(0);
    expect(workers).toHaveLength(3);
    expect(sent(workers[2]!)).toEqual(['next']);
    await vi.advanceTimersByTimeAsync(10_000);
    await settle();
    expect(lost).toBe(1);
    expect(of('next')).toBe('answer to next');
  });

  test('one question at a time, the newest next, and none that nobody wants any more', async () => {
    lane = laneWith(refuse);
    for (const text of ['a', 'b', 'c']) ask(text);
    await settle();
    await settle();
    expect(here).toEqual(['a', 'c']);
    expect(of('b')).toBe('dropped');
  });

  test('and says so where even that cannot be fetched, until it is tried again', async () => {
    let works = false;
    lane = laneWith(refuse, () => (works ? Promise.resolve(answerer) : Promise.reject(new Error('offline'))));
    ask('a');
    await settle();
    expect(replies['a']).toEqual({ kind: 'missing', missing: { what: 'engine', of: '' } });
    works = true;
    lane.restart();
    ask('b');
    await settle();
    expect(of('b')).toBe('answer to b');
  });
});

test('trying again starts a new worker and asks it what was under way', async () => {
  const worker = await idle();
  ask('a');
  lane.restart();
  expect(worker.ended).toBe(true);
  expect(sent(workers[1]!)).toEqual(['a']);
});

test('a question that cannot be sent is answered', async () => {
  const worker = await idle();
  vi.spyOn(worker, 'send');
  (worker as { send: unknown }).send = () => {
    throw new DOMException('no clone', 'DataCloneError');
  };
  ask('a');
  await settle();
  expect(of('a')).toBe('failed');
});
