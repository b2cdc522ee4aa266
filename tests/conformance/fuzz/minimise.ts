/** Makes a request smaller while it keeps showing a difference. */
import type { Request } from '../subject';
import type { Json } from '../values';

/** Whether a request still shows what is looked for. */
type Check = (request: Request) => Promise<boolean>;

/**
 * A smallest request found by leaving out parts of the template and of the data, one kind after the other, until
 * neither helps.
 */
export async function minimise(request: Request, check: Check): Promise<Request> {
  let best = request;
  for (let round = 0; round < 4; round++) {
    const before = JSON.stringify(best).length;
    best = await shrinkTemplate(best, check);
    best = await shrinkData(best, check);
    if (JSON.stringify(best).length === before) break;
  }
  return best;
}

function bytesOf(request: Request): Buffer {
  return request.templateBase64 === undefined
    ? Buffer.from(request.template ?? '')
    : Buffer.from(request.templateBase64, 'base64');
}

function withTemplate(request: Request, bytes: Buffer): Request {
  const text = bytes.toString();
  const valid = Buffer.from(text).equals(bytes);
  const bare = Object.fromEntries(
    Object.entries(request).filter(([key]) => !key.startsWith('template')),
  ) as typeof request;
  return valid ? { ...bare, template: text } : { ...bare, templateBase64: bytes.toString('base64') };
}

async function shrinkTemplate(request: Request, check: Check): Promise<Request> {
  let bytes = bytesOf(request);
  for (let size = Math.ceil(bytes.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < bytes.length;) {
      const shorter = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + size)]);
      if (shorter.length < bytes.length && (await check(withTemplate(request, shorter)))) bytes = shorter;
      else at += size;
    }
  }
  return withTemplate(request, bytes);
}

async function shrinkData(request: Request, check: Check): Promise<Request> {
  if (request.mode !== 'any') return request;
  let data = request.data ?? null;
  for (let improved = true; improved;) {
    improved = false;
    for (const smaller of smallerThan(data)) {
      if (!(await check({ ...request, data: smaller }))) continue;
      data = smaller;
      improved = true;
      break;
    }
  }
  return { ...request, data };
}

/** Every JSON that has one part less: null or a child instead of a value, one element or member fewer. */
function* smallerThan(json: Json): Generator<Json> {
  if (json === null || typeof json !== 'object') {
    if (typeof json === 'string' && json.length > 1) yield json.slice(0, 1);
    return;
  }
  yield null;
  if (Array.isArray(json)) {
    const list = json as readonly Json[];
    for (const [i, e] of list.entries()) {
      yield e;
      yield [...list.slice(0, i), ...list.slice(i + 1)];
      for (const smaller of smallerThan(e)) yield list.with(i, smaller);
    }
    return;
  }
  const entries = Object.entries(json);
  for (const [key, e] of entries) {
    yield e;
    yield Object.fromEntries(entries.filter(([k]) => k !== key));
    for (const smaller of smallerThan(e))
      yield Object.fromEntries(entries.map(([k, v]) => [k, k === key ? smaller : v]));
  }
}
