/**
 * Which tab has which draft. Web Locks tell for sure (https://developer.mozilla.org/docs/Web/API/Web_Locks_API).
 * Browsers have them in secure contexts only: on a page that came over plain http tabs ask each other instead, by a
 * BroadcastChannel. A tab that is frozen does not answer; therefore whoever writes a draft also signs it
 * (`drafts.svelte.ts`), and a tab whose draft was taken over goes on under another id.
 */

const name = 'coroot-playground.draft.';

/** How long tabs have to answer a roll call, in milliseconds. */
const rollCall = 120;

/** A name that no other tab has. `crypto.randomUUID` exists in secure contexts only. */
export function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Holds drafts until the tab closes. */
export interface Holds {
  /**
   * Takes hold of a draft, until the tab closes or the returned function is called; null when another tab still has it
   * after `wait` milliseconds.
   */
  claim(id: string, wait?: number): Promise<(() => void) | null>;
}

/** The browser's locks, else a roll call among the tabs, else every tab believes that it is alone. */
export function tabHolds(): Holds {
  if ('locks' in navigator) return new LockHolds();
  return typeof BroadcastChannel === 'undefined' ? new LoneHolds() : new RollCallHolds(new BroadcastChannel(name));
}

class LockHolds implements Holds {
  async claim(id: string, wait = 0): Promise<(() => void) | null> {
    const options: LockOptions = wait === 0 ? { ifAvailable: true } : { signal: AbortSignal.timeout(wait) };
    return new Promise((resolve) => {
      navigator.locks
        .request(name + id, options, (lock) => {
          if (lock !== null) return new Promise<void>(resolve);
          resolve(null);
          return undefined;
        })
        .catch(() => {
          resolve(options.signal?.aborted === true ? null : () => undefined);
        });
    });
  }
}

class LoneHolds implements Holds {
  claim(): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }
}

/** What tabs tell each other: who has a draft, and that one has it. */
interface Word {
  readonly say: 'who' | 'mine';
  readonly id: string;
}

function isWord(data: unknown): data is Word {
  return typeof data === 'object' && data !== null && 'say' in data && 'id' in data;
}

class RollCallHolds implements Holds {
  private readonly mine = new Set<string>();
  private readonly answered = new Set<string>();

  constructor(private readonly channel: BroadcastChannel) {
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!isWord(data)) return;
      if (data.say === 'mine') this.answered.add(data.id);
      else if (this.mine.has(data.id)) channel.postMessage({ say: 'mine', id: data.id } satisfies Word);
    });
  }

  async claim(id: string, wait = 0): Promise<(() => void) | null> {
    for (let waited = 0; ; waited += rollCall) {
      this.answered.delete(id);
      this.channel.postMessage({ say: 'who', id } satisfies Word);
      await new Promise((resolve) => setTimeout(resolve, rollCall));
      if (!this.answered.has(id)) break;
      if (waited >= wait) return null;
    }
    this.mine.add(id);
    return () => {
      this.mine.delete(id);
    };
  }
}
