/**
 * Random requests that Coroot itself can answer: a notification that it could send, and settings of its integration.
 */
import { notificationKinds, samplesFor } from '../../../src/coroot';
import { newestVersion } from '../../../src/coroot/versions';
import type { HeaderPair, Request } from '../subject';
import type { Random } from './random';
import { randomRequest } from './requests';

const samples = notificationKinds.flatMap((kind) => samplesFor(kind, newestVersion));

const characters = ['a', 'B', '1', '-', '_', ':', '=', ' ', '\t', '\n', '"', '\\', '\u007f', '\u00a0', 'é', '漢', '🎉'];
const names = ['X-A', 'x-b', 'Content-Type', 'authorization', 'User-Agent', 'range', 'Accept-Encoding', 'Host', 'TE'];

/**
 * A random template, its data a sample in Coroot's own form; at most one header can be bad, because Go names any of
 * several.
 */
export function sentRequest(r: Random): Request {
  let request = randomRequest(r);
  // Random orders of many custom fields are hardly ever the sorted one; a template that is empty sends no alert.
  while (request.mode !== 'coroot' || request.template === '' || (request.customFields ?? []).length > 6) {
    request = randomRequest(r);
  }
  const { kind, payload } = r.pick(samples);
  const text = (): string => Array.from({ length: r.below(5) }, () => r.pick(characters)).join('');
  const fine = Array.from({ length: r.below(4) }, (): HeaderPair => [r.pick(names), r.pick(['', ' ', '1', ' b\t'])]);
  const headers: readonly HeaderPair[] = [...fine, [r.chance(0.5) ? text() : r.pick(names), text()]];
  const webhook = r.chance(0.5) ? { headers } : { headers, basicAuth: [text(), text()] as const };
  return { ...request, kind, version: newestVersion.id, payload, webhook };
}
