/**
 * The worker: answers the page's questions, one after the other. Where there are no workers the page runs it itself.
 */
import { Answerer, type QuestionName } from '../pipeline';
import { type FromWorker, type ToWorker, answererKey } from './protocol';

/** As much of a worker's scope as is used; the DOM's types know that of pages only. */
interface Scope {
  postMessage: (message: FromWorker) => void;
  addEventListener: (type: 'message', listener: (event: MessageEvent<ToWorker>) => void) => void;
}

const scope = globalThis as unknown as Scope;
const answerer = new Answerer();
/** What was asked last: while something is fetched for one question, the page may have asked another. */
let latest = 0;

async function reply({ id, name, question }: ToWorker): Promise<void> {
  try {
    // Both are of the same question, which TypeScript cannot tell of a union.
    const answered = await answerer.answer<QuestionName>(name, question, {
      fetching: () => {
        scope.postMessage({ kind: 'fetching', id });
      },
      begins: () => {
        if (id === latest) scope.postMessage({ kind: 'begun', id });
        return id === latest;
      },
    });
    if (answered !== null) scope.postMessage({ kind: 'answered', id, ...answered });
  } catch (error) {
    scope.postMessage({ kind: 'failed', id, message: String(error) });
  }
}

if ('document' in globalThis) {
  // A page that has no workers runs this script itself, and asks without messages.
  Reflect.set(globalThis, answererKey, answerer);
} else {
  scope.addEventListener('message', ({ data }) => {
    latest = data.id;
    void reply(data);
  });
  scope.postMessage({ kind: 'ready' });
}
