/** Measures our engine under Node: `node compare.js cases.json batches` prints what `run.mjs` reads. */
import { readFileSync } from 'node:fs';
import { encodeUtf8 } from '../../src/go';
import type { Case } from './cases';
import { execute, incident, parseIncident } from './engine';
import { type Operation, measure } from './measure';

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

const [, , file = '', batches = '1'] = process.argv;
main(file, Number(batches));
