/** Payloads that a person kept under a name of their own, in this browser only. */
import { type NotificationKind, notificationKinds } from '../coroot';
import { StoredList } from './persisted.svelte';

/** A kept payload: its text as it was, valid or not. Names are unique within a kind. */
export interface OwnPayload {
  readonly name: string;
  readonly kind: NotificationKind;
  readonly payload: string;
}

function readOwn(entry: unknown): OwnPayload | null {
  if (typeof entry !== 'object' || entry === null) return null;
  const { name, kind, payload } = entry as Readonly<Record<string, unknown>>;
  const known = notificationKinds.find((k) => k === kind);
  if (typeof name !== 'string' || typeof payload !== 'string' || known === undefined) return null;
  return { name, kind: known, payload };
}

function same(a: OwnPayload, b: OwnPayload): boolean {
  return a.kind === b.kind && a.name === b.name;
}

/** Makes the names of a kind differ: storage that was edited by hand, or by an earlier release, may repeat them. */
function distinct(list: readonly OwnPayload[]): readonly OwnPayload[] {
  const result: OwnPayload[] = [];
  for (const own of list) {
    let each = own;
    for (let n = 2; result.some((other) => same(other, each)); n++)
      each = { ...own, name: `${own.name} (${String(n)})` };
    result.push(each);
  }
  return result;
}

/** What keeping or forgetting came to, and how to take it back. */
export interface OwnChange {
  /** Whether the browser keeps the result; when not, this tab has it until it is closed. */
  readonly kept: boolean;
  readonly undo: () => void;
}

/** The kept payloads. */
export class OwnPayloads {
  private readonly list = new StoredList<OwnPayload>('payloads', readOwn);

  /** All of them, in the order they were kept. */
  readonly all: readonly OwnPayload[] = $derived(distinct(this.list.entries));

  /** Those of a kind. */
  of(kind: NotificationKind): readonly OwnPayload[] {
    return this.all.filter((own) => own.kind === kind);
  }

  /** Keeps a payload; one of the same kind and name is replaced. */
  keep(own: OwnPayload): OwnChange {
    const replaced = this.all.find((old) => same(old, own));
    const undo = (): void => {
      if (replaced === undefined) void this.remove(own);
      else void this.put(replaced);
    };
    return { kept: this.put(own), undo };
  }

  /** Forgets a payload. */
  forget(own: OwnPayload): OwnChange {
    return { kept: this.remove(own), undo: () => void this.put(own) };
  }

  /** Takes over what other tabs kept and forgot. */
  refresh(): void {
    this.list.refresh();
  }

  private put(own: OwnPayload): boolean {
    return this.list.change((list) => [...without(list, own), own]);
  }

  private remove(own: OwnPayload): boolean {
    return this.list.change((list) => without(list, own));
  }
}

function without(list: readonly OwnPayload[], own: OwnPayload): readonly OwnPayload[] {
  return distinct(list).filter((old) => !same(old, own));
}
