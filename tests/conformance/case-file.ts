/**
 * The recorded cases' format: readable text, one file for each topic. A case is
 *
 *     === its name
 *     --- template
 *     {{ .Status }}
 *     --- data
 *     {"Status": "OK"}
 *     --- output
 *     OK
 *
 * Sections are what a line `--- name` begins, up to the line feed before the next such line. What could not be shown
 * that way stands as a JSON text (`--- template json`) or in base64 (`--- template base64`). Sections that are not
 * there are empty, `data` is null then; where there is none of the answer, nobody has been asked yet. A case with the
 * section `webhook` (`{}` or settings) is one that Coroot itself sent, with `headers` line by line. Lines before the
 * first case are comment.
 *
 * The answer is that of the newest Go. Where older ones answer otherwise, theirs stands behind it, whole, in sections
 * of the same names that say up to which Go they hold: `--- error until go1.23`.
 */
import { type Answer, type HeaderPair, type Request, type Webhook, templateText } from './subject';
import { decodeUtf8, encodeUtf8 } from '../../src/go';
import { type GoVersion, goVersions } from '../../src/go/version';
import type { Json } from './values';

/** What Go answered: the newest, and before it, where they differ, the older ones. */
export interface Answers {
  readonly answer: Answer;
  /** Answers that hold up to and including a Go, the oldest first. */
  readonly older: readonly { readonly until: GoVersion; readonly answer: Answer }[];
}

/** A case: what is asked and what Go answered. */
export interface Case extends Answers {
  readonly name: string;
  readonly request: Request;
  /** Whether anybody was asked; the answer is an empty one as long as nobody was. */
  readonly recorded: boolean;
}

/** What that Go answered. */
export function answerOf({ answer, older }: Answers, go: GoVersion): Answer {
  const age = goVersions.indexOf(go);
  return older.find(({ until }) => age <= goVersions.indexOf(until))?.answer ?? answer;
}

/** The answers as a case keeps them: an older one only where it is another than the next. */
export function gathered(answers: ReadonlyMap<GoVersion, Answer>, newest: Answer): Answers {
  const older = [];
  let next = newest;
  for (const until of [...goVersions].reverse()) {
    const answer = answers.get(until);
    if (answer === undefined || JSON.stringify(answer) === JSON.stringify(next)) continue;
    older.unshift({ until, answer });
    next = answer;
  }
  return { answer: newest, older };
}

/** A file of cases, with the comment at its top. */
export interface CaseFile {
  readonly comment: string;
  readonly cases: readonly Case[];
}

const inputSections = ['template', 'data', 'kind', 'version', 'payload', 'fields', 'webhook'];
const answerSections = ['output', 'headers', 'body', 'error'];
const until = (section: string, go: GoVersion): string => `${section} until go${go}`;
const sectionNames = [
  ...inputSections,
  ...answerSections,
  ...goVersions.flatMap((go) => answerSections.map((section) => until(section, go))),
];

/** Reads a file of cases. Throws an Error that names the case when one is not well formed. */
export function parseCases(text: string): CaseFile {
  const { comment, blocks } = parseBlocks(text, sectionNames);
  return { comment, cases: blocks.map(parseCase) };
}

/** A named block of named texts, which cases are made of. */
export interface Block {
  readonly name: string;
  readonly sections: ReadonlyMap<string, string>;
}

/**
 * Reads the blocks of a file. Throws an Error that names the block when it has a section twice or one that is not
 * `known`.
 */
export function parseBlocks(
  text: string,
  known: readonly string[],
): { readonly comment: string; readonly blocks: readonly Block[] } {
  const [comment = '', ...blocks] = text.split(/^=== /m);
  return { comment, blocks: blocks.map((block) => parseBlock(block, known)) };
}

function parseBlock(block: string, known: readonly string[]): Block {
  const end = block.indexOf('\n');
  const name = block.slice(0, end);
  const sections = new Map<string, string>();
  if (!block.endsWith('\n\n')) throw new Error(`${name}: an empty line has to stand after a case, the last one too`);
  // Every section ends with a line feed of its own, and the block with an empty line.
  for (const part of block
    .slice(end + 1, -1)
    .split(/^--- /m)
    .slice(1)) {
    const line = part.slice(0, part.indexOf('\n'));
    const encoding = /(?: (json|base64))?$/.exec(line)?.[1] ?? '';
    const section = encoding === '' ? line : line.slice(0, -encoding.length - 1);
    if (!known.includes(section) || sections.has(section)) throw new Error(`${name}: section ${line}`);
    sections.set(section, decoded(part.slice(line.length + 1, -1), encoding));
  }
  return { name, sections };
}

function parseCase({ name, sections }: Block): Case {
  const template = sections.get('template') ?? '';
  const kind = sections.get('kind');
  const answers: Answers & Pick<Case, 'recorded'> = {
    recorded: answerSections.some((section) => sections.has(section)),
    answer: parseAnswer(sections, kind !== undefined, (section) => section),
    older: goVersions
      .filter((go) => answerSections.some((section) => sections.has(until(section, go))))
      .map((go) => ({
        until: go,
        answer: parseAnswer(sections, kind !== undefined, (section) => until(section, go)),
      })),
  };
  if (kind === undefined) {
    const data = JSON.parse(sections.get('data') ?? 'null') as Json;
    return { name, request: { mode: 'any', ...asTemplate(template), data }, ...answers };
  }
  const webhook = sections.get('webhook');
  const request: Request = {
    mode: 'coroot',
    ...asTemplate(template),
    kind,
    version: sections.get('version') ?? 'documented',
    payload: sections.get('payload') ?? '{}',
    customFields: JSON.parse(sections.get('fields') ?? '[]') as [string, string][],
    ...(webhook === undefined ? {} : { webhook: JSON.parse(webhook) as Webhook }),
  };
  return { name, request, ...answers };
}

function parseAnswer(
  sections: ReadonlyMap<string, string>,
  hasBody: boolean,
  title: (section: string) => string,
): Answer {
  const get = (section: string): string | undefined => sections.get(title(section));
  const output = get('output') ?? '';
  const error = get('error') ?? null;
  const headers = get('headers');
  const body = hasBody ? (get('body') ?? (error === null ? output : '')) : null;
  return { output, body, error, headers: headers === undefined ? null : parseHead(headers) };
}

function parseHead(text: string): readonly HeaderPair[] {
  return text.split('\n').map((line) => {
    const end = line.indexOf(': ');
    return [line.slice(0, end), line.slice(end + 2)];
  });
}

/** Headers as lines. */
export function formatHead(headers: readonly HeaderPair[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

function decoded(text: string, encoding: string): string {
  if (encoding === 'json') return JSON.parse(text) as string;
  if (encoding === 'base64') return decodeUtf8(new Uint8Array(Buffer.from(text, 'base64')));
  return text;
}

const isWellFormed = (text: string): boolean => !/\p{Cs}/u.test(text);

/** A Go string as a request carries it. */
function asTemplate(text: string): Pick<Request, 'template' | 'templateBase64'> {
  return isWellFormed(text) ? { template: text } : { templateBase64: Buffer.from(encodeUtf8(text)).toString('base64') };
}

/** Writes a file of cases. */
export function formatCases({ comment, cases }: CaseFile): string {
  return comment + cases.map(formatCase).join('');
}

function formatCase({ name, request, recorded, answer, older }: Case): string {
  const sections: (readonly [string, string])[] = [['template', templateText(request)]];
  if (request.mode === 'any') {
    if ((request.data ?? null) !== null) sections.push(['data', JSON.stringify(request.data)]);
  } else {
    sections.push(['kind', request.kind]);
    if (request.version !== 'documented') sections.push(['version', request.version]);
    sections.push(['payload', request.payload]);
    const fields = request.customFields ?? [];
    if (fields.length > 0) sections.push(['fields', JSON.stringify(fields)]);
    if (request.webhook !== undefined) sections.push(['webhook', JSON.stringify(request.webhook)]);
  }
  if (recorded) sections.push(...formatAnswer(answer));
  for (const { until: go, answer: olders } of older) {
    sections.push(...formatAnswer(olders).map(([section, text]) => [until(section, go), text] as const));
  }
  return formatBlock(name, sections);
}

function formatAnswer({ output, headers, body, error }: Answer): readonly (readonly [string, string])[] {
  const sections: (readonly [string, string])[] = [];
  if (output !== '') sections.push(['output', output]);
  if (headers !== null) sections.push(['headers', formatHead(headers)]);
  if (error === null && body !== null && body !== output) sections.push(['body', body]);
  if (error !== null) sections.push(['error', error]);
  // That there is an answer is to be seen, even where it is empty.
  return sections.length === 0 ? [['output', '']] : sections;
}

/** Writes one block. */
export function formatBlock(name: string, sections: readonly (readonly [title: string, text: string])[]): string {
  return `=== ${name}\n${sections.map(([title, text]) => `--- ${title}${encoded(text)}\n`).join('')}\n`;
}

/**
 * What an editor would not show or might change: invisible characters, space at line ends, and what looks like a
 * section.
 */
const delicate = /[^\P{C}\n\t]|[\u00a0\u2028\u2029]|[ \t]$|^(?:===|---) /mu;

function encoded(text: string): string {
  if (!isWellFormed(text)) return ` base64\n${Buffer.from(encodeUtf8(text)).toString('base64')}`;
  if (!delicate.test(text)) return `\n${text}`;
  // JSON leaves some invisible characters as they are.
  const json = JSON.stringify(text).replace(/\p{C}|[\u00a0\u2028\u2029]/gu, (c) => {
    const units = Array.from({ length: c.length }, (_, i) => c.charCodeAt(i));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  });
  return ` json\n${json}`;
}
