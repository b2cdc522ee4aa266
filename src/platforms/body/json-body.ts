/** The first thing every platform does with a body: it reads it as JSON. */
import { type JsonError, type JsonObject, readBody, described } from '../../coroot';
import { Report, type Verdict } from './verdict';

/**
 * Reads a body that must be a JSON object and has `check` look at it; what is wrong with the JSON is a finding with the
 * platform's `answer` to it, where known.
 */
export function checkJsonObject(
  body: string,
  check: (report: Report, root: JsonObject) => void,
  answer: string | null = null,
): Verdict {
  const report = new Report(body);
  const parsed = readBody(body);
  if (!parsed.ok) {
    reportSyntax(report, parsed.error, answer);
  } else if (parsed.node.kind !== 'object') {
    report.error(
      parsed.node,
      'not-object',
      `The body must be one JSON object { … }, not ${described(parsed.node)}.`,
      answer,
    );
  } else check(report, parsed.node);
  return report.verdict;
}

function reportSyntax(report: Report, error: JsonError, answer: string | null): void {
  const { line, column, message } = error;
  const hint =
    'Write texts as {{ json .Summary }}, without quotes around it, and put commas between the items of a range.';
  const text = `The body is not valid JSON at ${String(line)}:${String(column)}: ${message}. ${hint}`;
  report.error(error, 'not-json', text, answer);
}

/** Checks a body that may be any JSON. */
export function checkAnyJson(body: string): Verdict {
  const report = new Report(body);
  const parsed = readBody(body);
  if (!parsed.ok) reportSyntax(report, parsed.error, null);
  return report.verdict;
}

/** The root object of a body, or null when it is none: previews show nothing then. */
export function rootObject(body: string): JsonObject | null {
  const parsed = readBody(body);
  return parsed.ok && parsed.node.kind === 'object' ? parsed.node : null;
}
