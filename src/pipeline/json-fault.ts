/** What is wrong with a body's JSON: one place and one wording, whoever tells it, with advice for what caused it. */
import type { JsonError, NotificationKind } from '../coroot';
import type { Platform } from '../platforms';
import { writersAt } from './authors';
import type { PipelineInput } from './input';

/** A fault of the JSON as it is told. */
export interface JsonFault {
  /** What is wrong, with line, column and Go's words; without a full stop. */
  readonly said: string;
  /** What to do, in a sentence or two. */
  readonly advice: string;
}

/** The fault as one text. */
export function wholeFault({ said, advice }: JsonFault): string {
  return `${said}. ${advice}`;
}

/** The words for a fault of the body that an input renders to, for the platform that gets it, if one is chosen. */
export function jsonFault(input: PipelineInput, body: string, error: JsonError, platform: Platform | null): JsonFault {
  const { line, column, message } = error;
  const said = `The body is not valid JSON at ${String(line)}:${String(column)}: ${message}`;
  return { said, advice: adviceFor(input, body, error, platform) };
}

/** A field of each kind that holds any text, for examples. */
const examples: Readonly<Record<NotificationKind, string>> = {
  incident: '{{ json .Application.Name }}',
  deployment: '{{ json .Version }}',
  alert: '{{ json .Summary }}',
};

/** What to write instead of no object: a text, unless the platform wants another object. */
function objectFor({ kind }: PipelineInput, platform: Platform | null): string {
  if (platform?.reading.reads !== 'object' || platform.reading.takesText === true)
    return `Write an object: {"text": ${examples[kind]}}.`;
  return `Write the object that ${platform.name} wants; its Simple template has one.`;
}

function adviceFor(
  input: PipelineInput,
  body: string,
  { message, from }: JsonError,
  platform: Platform | null,
): string {
  const example = examples[input.kind];
  const at = String.fromCodePoint(body.codePointAt(from) ?? 0);
  if (body.trim() === '') return `The template writes nothing. ${objectFor(input, platform)}`;
  if (/[“”„‟‘’‚«»]/.test(at)) return `${at} is a typographic quote. JSON knows only straight ones: ".`;
  if (body.startsWith('{{', from - 1) || body.startsWith('{{', from)) {
    return 'A template stands in the output as text: take away what keeps its actions from running, such as {{`…`}}.';
  }
  if (!/^\s*[{["]/.test(body)) {
    return `The template writes plain text, and JSON is wanted. ${objectFor(input, platform)}`;
  }
  const action = culprit(input, body, message, from);
  if (action === null) return adviceForText(message, at, example);
  const inside = action.source.replace(/^\{\{-?\s*|\s*-?\}\}$/g, '');
  if (/^json\b|\|\s*json$/.test(inside)) {
    return action.inQuotes
      ? `${action.source} writes its own quotes. Take those around it away.`
      : `${action.source} is whole by itself; put a comma between it and what stands beside it.`;
  }
  const pipeline = inside.length > longestShown || /[\n=]/.test(inside) ? null : inside;
  const write = pipeline === null ? example : `{{ json ${/\s/.test(pipeline) ? `(${pipeline})` : pipeline} }}`;
  const why = /control|'\\n'|'\\r'|'\\t'/.test(message)
    ? ' Coroot mends line breaks only in texts of the outermost object.'
    : '';
  return `${action.source} wrote this. Write ${write}, without quotes around it.${why}`;
}

/** What the template's own text is wrong in. */
function adviceForText(message: string, at: string, example: string): string {
  if (message.startsWith('unexpected end')) return 'Close every { with }, every [ with ] and every text with ".';
  if (message.includes('in string literal')) {
    return `A text must not go over lines as it is; write \\n. Coroot mends that only in texts of the outermost object.`;
  }
  if (message.includes('escape code') || message.includes('hexadecimal')) return 'Write \\\\ for a backslash.';
  if (message.includes('object key string') && at === '}') return 'Take away the comma before the }.';
  if (message.includes('object key string')) return 'Keys are in double quotes: {"text": "…"}.';
  if (message.includes('beginning of value') && /[\]},]/.test(at)) {
    return 'A value is missing here, or there is a comma too many: in a range write {{ if $i }},{{ end }} before each element.';
  }
  if (message.includes('after object key:value') || message.includes('after array element')) {
    return 'Put a comma between elements; in a range write {{ if $i }},{{ end }} before each of them.';
  }
  if (message.includes('after object key')) return 'Put a colon between a key and its value.';
  if (message.includes('after top-level')) return 'The body is one JSON value: take away what comes after it.';
  return `Write texts as ${example}, without quotes around it.`;
}

/** How much of an action a sentence shows, in UTF-16 units. */
const longestShown = 60;

interface Culprit {
  readonly source: string;
  /** Whether a quote of the template’s own stands before what it wrote. */
  readonly inQuotes: boolean;
}

/** The action that wrote the place of a fault, or ended just before it; null where it is the template's own text. */
function culprit(input: PipelineInput, body: string, message: string, from: number): Culprit | null {
  const isAfter = message.includes(' after ') || message.startsWith('unexpected end');
  const spans = writersAt(input, isAfter ? [from, from - 1] : [from]);
  const span = spans.find((found) => found !== null && found.value !== null);
  if (span?.value == null) return null;
  const source = input.template.slice(span.node.from, span.node.to);
  return {
    source: source.length > longestShown || source.includes('\n') ? 'An action' : source,
    // Not the quote that another action ended with.
    inQuotes: body[span.bodyFrom - 1] === '"' && writersAt(input, [span.bodyFrom - 1])[0]?.value === null,
  };
}
