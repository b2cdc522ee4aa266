/** Whether the two programs agree, once what cannot agree is put aside; see known-differences.md. */
import type { Program, WireAnswer } from '../program';
import type { Request } from '../subject';

/** What both made of a request. `skipped` says why they could not be compared, null when they could. */
export interface Comparison {
  readonly request: Request;
  readonly ours: WireAnswer;
  readonly gos: WireAnswer;
  readonly skipped: string | null;
  readonly equal: boolean;
}

const bytes = (base64: string | undefined): string => Buffer.from(base64 ?? '', 'base64').toString('latin1');

/** Addresses of Go's heap and of its code, in the bases in which they come. */
const addresses = /(?:0[xX])?[cC]0[0-9a-fA-F]{8}|0[xX][0-9a-fA-F]{6}\b|\b8246\d{8}\b|\b14000\d{9}\b|0o14000\d{9}/g;

function visible(answer: WireAnswer): string {
  const { output, body, error, errorBase64, headers } = answer;
  return JSON.stringify([bytes(output), bytes(body), error, bytes(errorBase64), headers]);
}

function same(a: WireAnswer, b: WireAnswer): boolean {
  const [x, y] = [visible(a), visible(b)];
  return x === y || x.replace(addresses, '@') === y.replace(addresses, '@');
}

/** Our engine, and Go twice: the witness has its code and data at other addresses. */
export interface Programs {
  readonly subject: Program;
  readonly oracle: Program;
  readonly witness: Program;
}

/** Asks both programs. The oracle is not asked what our engine had to stop, because Go would not stop. */
export async function compare(request: Request, { subject, oracle, witness }: Programs): Promise<Comparison> {
  const ours = await subject.ask(request);
  const none: WireAnswer = { output: '', error: null };
  if (ours.fault?.startsWith('limit')) return { request, ours, gos: none, skipped: ours.fault, equal: true };
  const gos = await oracle.ask(request);
  if (gos.fault !== undefined) return { request, ours, gos, skipped: gos.fault, equal: true };
  if (ours.fault !== undefined) return { request, ours, gos, skipped: null, equal: false };
  if (same(ours, gos)) return { request, ours, gos, skipped: null, equal: true };
  // What Go itself answers in two ways depends on addresses or on the order of a map.
  for (const program of [witness, oracle, oracle]) {
    const again = await program.ask(request);
    if (visible(again) !== visible(gos))
      return { request, ours, gos, skipped: 'Go disagrees with itself', equal: true };
  }
  return { request, ours, gos, skipped: null, equal: false };
}
