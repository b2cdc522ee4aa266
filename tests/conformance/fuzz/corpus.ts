/** Requests made of what people wrote: the presets and the recorded cases, cut up and put together anew. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { corootVersions, defaultVersion, notificationKinds, samples } from '../../../src/coroot';
import { encodeUtf8 } from '../../../src/go';
import { platforms, presetsOf } from '../../platforms/all';
import { parseCases } from '../case-file';
import { type Request, templateText } from '../subject';
import { mutate } from './grammar';
import type { Random } from './random';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const caseFolder = `${root}tests/conformance/cases/`;

/** The requests of every recorded case; what only Coroot itself could answer, the request it sends, is left out. */
export const recordedRequests: readonly Request[] = readdirSync(caseFolder)
  .sort()
  .flatMap((name) => parseCases(readFileSync(caseFolder + name, 'utf8')).cases.map(({ request }) => rendered(request)));

function rendered(request: Request): Request {
  if (request.mode === 'any') return request;
  const { webhook, ...plain } = request;
  return webhook === undefined ? request : plain;
}

/** The text of every preset, with the kind of notification it is for. */
export const presetTemplates = platforms
  .flatMap(presetsOf)
  .flatMap(({ templatesFor }) => notificationKinds.map((kind) => ({ kind, text: templatesFor(defaultVersion)[kind] })));

const bytesOf = (request: Request): Buffer => Buffer.from(encodeUtf8(templateText(request)));

/** A template's texts and actions, one after the other. */
function pieces(template: string): readonly string[] {
  return template.split(/(\{\{[^]*?\}\})/).filter((piece) => piece !== '');
}

const actions = [
  ...new Set(
    [...recordedRequests.map(templateText), ...presetTemplates.map(({ text }) => text)].flatMap((template) =>
      pieces(template).filter((piece) => piece.startsWith('{{') && piece.length < 200),
    ),
  ),
];

/** Leaves out, doubles, swaps and exchanges a few of a template's texts and actions. */
function shuffled(r: Random, template: string): string {
  const parts = [...pieces(template)];
  for (let n = 1 + r.below(3); n > 0; n--) {
    const at = r.below(parts.length + 1);
    r.weighted(
      [3, () => parts.splice(at, 1)],
      [2, () => parts.splice(at, 0, r.pick(actions))],
      [2, () => parts.splice(at, 1, r.pick(actions))],
      [1, () => parts.splice(at, 0, ...parts.slice(at, at + 1 + r.below(3)))],
      [1, () => parts.splice(r.below(parts.length + 1), 0, ...parts.splice(at, 1))],
    );
  }
  return parts.join('');
}

/** One word of an action becomes another one of the corpus. */
function reworded(r: Random, template: string): string {
  const parts = template.split(/([\w.$"]+)/);
  const words = r.pick(actions).split(/([\w.$"]+)/);
  if (parts.length < 3 || words.length < 3) return template;
  parts[1 + 2 * r.below((parts.length - 1) / 2)] = words[1 + 2 * r.below((words.length - 1) / 2)] ?? '';
  return parts.join('');
}

function changed(r: Random, template: string): Buffer {
  return r.weighted(
    [3, () => mutate(r, template)],
    [3, () => Buffer.from(shuffled(r, template))],
    [2, () => Buffer.from(reworded(r, template))],
    [1, () => mutate(r, shuffled(r, template))],
    [0.5, () => Buffer.from(template)],
  );
}

function withTemplate(request: Request, bytes: Buffer): Request {
  const text = bytes.toString();
  const bare = Object.fromEntries(
    Object.entries(request).filter(([key]) => !key.startsWith('template')),
  ) as typeof request;
  return Buffer.from(text).equals(bytes)
    ? { ...bare, template: text }
    : { ...bare, templateBase64: bytes.toString('base64') };
}

/** A recorded case with a changed template, sometimes over the data of another case. */
export function caseRequest(r: Random): Request {
  const request = r.pick(recordedRequests);
  const template = r.chance(0.1) ? bytesOf(request) : changed(r, templateText(request));
  const other = r.chance(0.2) ? r.pick(recordedRequests) : request;
  if (request.mode === 'any') {
    return withTemplate(other.mode === 'any' ? { mode: 'any', data: other.data ?? null } : request, template);
  }
  return withTemplate(other.mode === 'coroot' ? other : request, template);
}

/** A preset over a sample, one of them or both changed: what a person has in front of them. */
export function presetRequest(r: Random): Request {
  const { kind, text } = r.pick(presetTemplates);
  const { payload } = r.pick(samples.filter((sample) => r.chance(0.05) || sample.kind === kind));
  const version = r.pick(corootVersions.filter((v) => v.kinds.includes(kind)));
  const request: Request = {
    mode: 'coroot',
    kind,
    version: version.id,
    payload: r.chance(0.2) ? mutate(r, payload).toString() : payload,
    customFields: r.chance(0.2)
      ? [
          ['team', 'a\n"b"'],
          ['status', 'x'],
        ]
      : [],
  };
  return withTemplate(request, r.chance(0.15) ? Buffer.from(text) : changed(r, text));
}
