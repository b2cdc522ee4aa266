import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newestGo } from '../../src/go/version';
import { executeTemplate } from '../../src/go/template/exec';
import { PlainSink } from '../../src/go/template/sink';
import { Template, parseTemplate } from '../../src/go/template/template';
import { encodeUtf8 } from '../../src/go/utf8';
import { fixture, fromJson, functions } from './fixtures';

/**
 * One template run through Go 1.26: what it wrote, and its error. `output64` is output that is not UTF-8, in base64.
 */
interface Case {
  readonly template: string;
  /** The data as JSON: in place, or the name of one under `json`. */
  readonly data?: unknown;
  readonly json?: string;
  readonly fixture?: string;
  /** The template's name, `t` unless told. */
  readonly as?: string;
  /** The associated template that is executed. */
  readonly exec?: string;
  readonly output?: string;
  readonly output64?: string;
  readonly error?: string;
}

/** One row per line, so that a changed row shows as one. */
const { json, cases } = JSON.parse(readFileSync(new URL('exec-cases.json', import.meta.url), 'utf8')) as {
  readonly json: Readonly<Record<string, unknown>>;
  readonly cases: readonly Case[];
};

function run(c: Case): Pick<Case, 'output' | 'error'> {
  const parsed = parseTemplate(c.as ?? 't', c.template, functions);
  if (!parsed.ok) return { output: '', error: `PARSE ${parsed.error.message}` };
  const data = c.fixture === undefined ? fromJson(c.json === undefined ? c.data : json[c.json]) : fixture(c.fixture);
  const sink = new PlainSink();
  const { name, trees } = parsed.template;
  const result = executeTemplate(new Template(c.exec ?? name, trees, functions, newestGo), data, sink);
  const output = c.output64 === undefined ? sink.output : Buffer.from(encodeUtf8(sink.output)).toString('base64');
  return { output, error: result.ok ? '' : result.error.message };
}

describe('executing templates gives what Go gives', () => {
  it.each(cases.map((c, i) => ({ ...c, title: `${String(i)} ${c.template}` })))('$title', (c) => {
    expect(run(c)).toEqual({ output: c.output64 ?? c.output ?? '', error: c.error ?? '' });
  });
});
