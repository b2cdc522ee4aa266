/** Measures our engine under Node: `node engine.js cases.json batches` prints what `run.mjs` reads. */
import { readFileSync } from 'node:fs';
import { PlainSink, type Template, type Value, encodeUtf8, executeTemplate, parseTemplate } from '../../src/go';
import { corootFunctions, decodePayload, defaultVersion } from '../../src/coroot';
import type { Case } from './cases';
import { type Operation, measure } from './measure';

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

/** Executes a template and gives its output in one piece: a string put together lazily is flattened by looking into it. */
export function execute(template: Template, data: Value): string {
  const sink = new PlainSink();
  const result = executeTemplate(template, data, sink);
  if (!result.ok) throw result.error;
  const { output } = sink;
  output.charCodeAt(output.length - 1);
  return output;
}

function main(file: string, batches: number): void {
  const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Case[];
  const operations: Operation[] = [];
  const outputs: Record<string, string> = {};
  for (const { name, template: text, payload } of cases) {
    const data = incident(payload);
    const template = parseIncident(text);
    outputs[name] = Buffer.from(encodeUtf8(execute(template, data))).toString('base64');
    operations.push({ name: `parse ${name}`, run: () => parseIncident(text) });
    operations.push({ name: `execute ${name}`, run: () => execute(template, data) });
  }
  process.stdout.write(JSON.stringify({ outputs, samples: measure(operations, batches) }));
}

const [, , file, batches] = process.argv;
if (file !== undefined && batches !== undefined) main(file, Number(batches));
