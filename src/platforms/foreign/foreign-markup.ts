/** Markup of other platforms, which a platform shows as it stands. */
import type { Body, JsonNode, JsonString } from '../../coroot';
import type { Platform } from '../catalogue/platform';
import { placeInString } from '../body/located-json';
import { type Finding, Report } from '../body/verdict';
import type { Dialect } from './dialects';
import { type Foreign, looks } from './markup';
import { type Shown, shownTexts } from './shown-texts';

/** How many of a kind are told of a text: a payload’s come before a template’s. */
const mostOfAKind = 20;

/** How much of what is found is quoted, in UTF-16 units. */
const longestQuote = 60;

/**
 * What a platform’s texts have of the markup of others. It counts where the template wrote it: what payloads bring is
 * their own affair. Takes time in proportion to the body.
 */
export function foreignMarkup({ id, name }: Platform, body: Body): readonly Finding[] {
  const readAs = Object.hasOwn(shownTexts, id) ? shownTexts[id] : undefined;
  const { json, text } = body;
  if (readAs === undefined || !json.ok) return [];
  const report = new Report(text);
  for (const { node, shown } of textsOf(json.node)) {
    if (!/[*~[<#@]/.test(node.value)) continue;
    const dialect = readAs(shown);
    if (dialect !== null) look(report, node, dialect, { name, path: shown.path });
  }
  return report.verdict.findings;
}

/** Whose text is looked at, for sentences. */
interface Where {
  readonly name: string;
  readonly path: string;
}

function look(report: Report, node: JsonString, dialect: Dialect, where: Where): void {
  const text = dialect.code ? withoutCode(node.value) : node.value;
  const tell = (kind: Foreign, said: 'warning' | 'info', sentence: (quote: string) => string): void => {
    let told = 0;
    for (const { 0: found, index } of text.matchAll(looks[kind].pattern)) {
      if (told++ === mostOfAKind) return;
      const place = placeInString(report.body, node, index, index + found.length);
      report.foreign(place, 'foreign-markup', sentence(quoted(found)), said);
    }
  };
  for (const kind of dialect.unread) tell(kind, 'warning', (quote) => unread(kind, quote, dialect, where));
  if (dialect.starIsItalic === true) {
    tell('star', 'info', (quote) => `${quote} in “${where.path}” is italic on ${where.name}. ${dialect.own ?? ''}`);
  }
}

function unread(kind: Foreign, quote: string, { own, everybody }: Dialect, { name, path }: Where): string {
  if (kind.startsWith('@')) return `${quote} in “${path}” notifies nobody on ${name}. ${everybody ?? ''}`.trim();
  const isMention = kind.endsWith('-mention');
  const instead = isMention ? everybody : own;
  const shows = `“${path}” shows ${quote} as it stands: it is ${looks[kind].name}, which ${name} does not read here.`;
  const advice = instead ?? (isMention ? 'Leave it out.' : 'This text is shown without markup.');
  return `${shows} ${advice}`;
}

function quoted(found: string): string {
  return found.length <= longestQuote ? found : `${found.slice(0, longestQuote)}…`;
}

/** The text with what stands in backquotes blanked out; as long as before. */
function withoutCode(text: string): string {
  return text.replace(/```[^]*?```|`[^`\n]+`/g, (code) => ' '.repeat(code.length));
}

/** Every text of a body that is a member of an object, or stands in a list that is. */
function* textsOf(root: JsonNode): Generator<{ readonly node: JsonString; readonly shown: Shown }> {
  const rest: { readonly node: JsonNode; readonly path: string; readonly parent: Shown['parent'] | null }[] = [
    { node: root, path: '', parent: null },
  ];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { node, path, parent } = next;
    if (node.kind === 'string' && parent !== null) yield { node, shown: { path, parent, root } };
    else if (node.kind === 'array') for (const element of node.elements) rest.push({ node: element, path, parent });
    else if (node.kind === 'object' && path.length < longestPath) {
      for (const { key, value } of node.members) {
        rest.push({ node: value, path: path === '' ? key : `${path}.${key}`, parent: node });
      }
    }
  }
}

/** Messages are not nested deeper than this, in UTF-16 units of the path. */
const longestPath = 500;
