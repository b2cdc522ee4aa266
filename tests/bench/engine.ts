/** Our engine as the bench runs it. */
import { PlainSink, type Template, type Value, executeTemplate, parseTemplate } from '../../src/go';
import { decodePayload, defaultVersion } from '../../src/coroot';
import { corootFunctions } from '../../src/coroot/funcs';

/** The template data for an incident's payload. */
export function incident(payload: string): Value {
  const decoded = decodePayload(payload, 'incident', defaultVersion, []);
  if (!decoded.ok) throw new Error(`the payload cannot be read: ${JSON.stringify(decoded.problems)}`);
  return decoded.value;
}

/** Parses a template as Coroot does. */
export function parseIncident(text: string): Template {
  const parsed = parseTemplate('incidentTemplate', text, corootFunctions);
  if (!parsed.ok) throw parsed.error;
  return parsed.template;
}

/**
 * Executes a template and gives its output in one piece: a string put together lazily is flattened by looking into it.
 */
export function execute(template: Template, data: Value): string {
  const sink = new PlainSink();
  const result = executeTemplate(template, data, sink);
  if (!result.ok) throw result.error;
  const { output } = sink;
  output.charCodeAt(output.length - 1);
  return output;
}
