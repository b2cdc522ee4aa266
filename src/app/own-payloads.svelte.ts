/** Payloads that a person kept under a name of their own, in this browser only. */
import { type NotificationKind, notificationKinds } from '../share';
import { Persisted } from './persisted.svelte';

/** A kept payload: its text as it was, valid or not. Names are unique within a kind. */
export interface OwnPayload {
  readonly name: string;
  readonly kind: NotificationKind;
  readonly payload: string;
}

function ownPayloads(stored: unknown): readonly OwnPayload[] | null {
  if (!Array.isArray(stored)) return null;
  return stored.flatMap((entry: unknown): readonly OwnPayload[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { name, kind, payload } = entry as Readonly<Record<string, unknown>>;
    const known = notificationKinds.find((k) => k === kind);
    if (typeof name !== 'string' || typeof payload !== 'string' || known === undefined) return [];
    return [{ name, kind: known, payload }];
  });
}

/** The kept payloads. */
export class OwnPayloads {
  private readonly stored = new Persisted<readonly OwnPayload[]>('payloads', [], ownPayloads);

  /** Those of a kind, in the order they were kept. */
  of(kind: NotificationKind): readonly OwnPayload[] {
    return this.stored.value.filter((own) => own.kind === kind);
  }

  /** All of them. */
  get all(): readonly OwnPayload[] {
    return this.stored.value;
  }

  /** Keeps a payload; one of the same kind and name is replaced. */
  keep(own: OwnPayload): void {
    const others = this.stored.value.filter(({ kind, name }) => kind !== own.kind || name !== own.name);
    this.stored.value = [...others, own];
  }

  /** Forgets a payload. */
  forget({ kind, name }: OwnPayload): void {
    this.stored.value = this.stored.value.filter((own) => own.kind !== kind || own.name !== name);
  }

  /** Puts back what `all` was. */
  restore(all: readonly OwnPayload[]): void {
    this.stored.value = all;
  }
}
