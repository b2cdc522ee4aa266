/**
 * The test send: where to, with which credentials, and what came back. Nothing here is ever shared, and it is stored
 * only after a person asked for it.
 */
import { type SendRequest, type SendResult, send } from '../delivery';
import { hostOf } from './location';
import { readStored, writeStored } from './persisted.svelte';

/** What the send form holds. */
export interface Target {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Where a send stands. `at` is in milliseconds since 1970; `host` is what was asked. */
export type SendState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending'; readonly at: number; readonly host: string }
  | { readonly phase: 'done'; readonly at: number; readonly host: string; readonly result: SendResult };

const emptyTarget: Target = { url: '', user: '', password: '', headers: [] };

function readTarget(stored: unknown): Target | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { url, user, password, headers } = stored as Readonly<Record<string, unknown>>;
  if (typeof url !== 'string' || typeof user !== 'string' || typeof password !== 'string') return null;
  const pairs = Array.isArray(headers) ? (headers as readonly unknown[]) : [];
  return { url, user, password, headers: pairs.flatMap(readHeader) };
}

function readHeader(pair: unknown): (readonly [string, string])[] {
  if (!Array.isArray(pair)) return [];
  const [name, value] = pair as readonly unknown[];
  return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
}

/** The state behind the send form. */
export class Sending {
  private stored = readTarget(readStored('send'));
  target = $state.raw<Target>(this.stored ?? emptyTarget);
  /** Whether the target is kept in this browser. */
  remember = $state(this.stored !== null);
  state = $state.raw<SendState>({ phase: 'idle' });
  private abortController: AbortController | null = null;

  /** The host a send would go to, or '' while the URL is not one. */
  readonly host = $derived(hostOf(this.target.url));

  update(patch: Partial<Target>): void {
    this.target = { ...this.target, ...patch };
    this.refresh();
    // What the browser does not take is not remembered, and `storage` says so.
    if (this.remember) this.remember = writeStored('send', this.target);
  }

  /** Keeps the target in this browser from now on, or forgets it at once, in every tab. */
  setRemember(remember: boolean): void {
    const done = writeStored('send', remember ? this.target : null);
    this.remember = remember && done;
  }

  /** Another tab may have forgotten the target, or storage was cleared: then this tab writes it no more. */
  refresh(): void {
    if (this.remember && readTarget(readStored('send')) === null) this.remember = false;
  }

  /** The request as it would be sent. */
  request(body: string): SendRequest {
    const { url, user, password, headers } = this.target;
    const filled = headers.filter(([name, value]) => name !== '' || value !== '');
    return { url: url.trim(), body, headers: filled, basicAuth: { user, password } };
  }

  /** POSTs the body once. A second call while one is under way does nothing. */
  async send(body: string): Promise<void> {
    if (this.state.phase === 'sending') return;
    const controller = new AbortController();
    this.abortController = controller;
    const { host } = this;
    const at = Date.now();
    this.state = { phase: 'sending', at, host };
    const result = await send(this.request(body), { signal: controller.signal });
    this.state = { phase: 'done', at, host, result };
  }

  /** Gives up a send that is under way; its result then says so. */
  abort(): void {
    this.abortController?.abort();
  }
}
