/** Findings as the command line gives them: as JSON, and as lines for people. */
import { type Analysis, type Diagnostic, applyFix } from '../analysis';

/** A finding in JSON. */
export interface AnsweredDiagnostic {
  readonly code: string;
  readonly certainty: Diagnostic['certainty'];
  readonly severity: Diagnostic['severity'];
  /** The place, in UTF-16 units of the template from 0. */
  readonly from: number;
  readonly to: number;
  /** Where it begins: the line, and the UTF-16 unit of the line, both from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Go's whole message, or null. */
  readonly go: string | null;
  readonly explanation: string;
  /** The template after each fix, best first. */
  readonly fixes: readonly { readonly title: string; readonly template: string }[];
}

/** The findings of a template, for JSON. */
export function answered(template: string, { diagnostics }: Analysis): readonly AnsweredDiagnostic[] {
  const place = placing(template);
  return diagnostics.map((d) => ({
    code: d.code,
    certainty: d.certainty,
    severity: d.severity,
    from: d.from,
    to: d.to,
    ...place(d.from),
    message: d.message,
    go: d.go,
    explanation: d.explanation,
    fixes: d.fixes.map((fix) => ({ title: fix.title, template: applyFix(template, fix) })),
  }));
}

/** The findings of a template as text: `file:line:column: severity: message`, explanation and fixes below, indented. */
export function printed(file: string, template: string, { diagnostics }: Analysis): string {
  const place = placing(template);
  const at = (offset: number): string => {
    const { line, column } = place(offset);
    return `${String(line)}:${String(column)}`;
  };
  const lines = diagnostics.flatMap(({ from, severity, message, explanation, fixes }) => [
    `${file}:${at(from)}: ${severity}: ${inOneLine(message)}`,
    ...explanation
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => `  ${inOneLine(line)}`),
    ...fixes.flatMap(({ title, edits }) => [
      `  fix: ${inOneLine(title)}`,
      ...edits.map((edit) => `    ${at(edit.from)}: ${changed(template.slice(edit.from, edit.to), edit.insert)}`),
    ]),
  ]);
  return lines.map((line) => `${line}\n`).join('');
}

function changed(before: string, after: string): string {
  const quoted = (text: string): string => inOneLine(JSON.stringify(text));
  if (before === '') return `insert ${quoted(after)}`;
  if (after === '') return `delete ${quoted(before)}`;
  return `${quoted(before)} becomes ${quoted(after)}`;
}

/** A text whose characters neither end the line nor steer the terminal. */
function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (c) => named[c] ?? escaped(c.charCodeAt(0)));
}

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(code: number): string {
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16)}`;
}

/** Finds lines and columns of offsets. */
function placing(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return (offset) => {
    let line = 0;
    for (let high = starts.length; high - line > 1;) {
      const middle = (line + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else high = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}
