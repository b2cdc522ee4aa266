/** All rooms together: a template in, what is wrong with it out. */
import { type Template, type TemplateError, functionNames, parseLoose, parseTemplate } from '../go';
import type { Environment } from './environment';
import { explain } from './explain/explain';
import type { Diagnostic, Finding } from './finding';
import { type JsonReport, jsonFaults } from './json/json-faults';
import { mistakes } from './mistakes/mistakes';
import { suspicions } from './suspicious/suspicions';
import { annotate } from './types/annotate';

/** What is true of a template before it runs. */
export interface Analysis {
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  readonly json: JsonReport['state'];
}

/** Says what is wrong with a template in a world. Never throws; takes time in proportion to the text. */
export function analyse(text: string, environment: Environment): Analysis {
  const { name, functions, go } = environment;
  const loose = parseLoose(name, text, functionNames(functions), go);
  const parsed = parseTemplate(name, text, functions, go);
  const subject = {
    text,
    environment,
    annotated: annotate(loose, environment),
    errors: loose.errors,
    refusal: refusalOf(parsed),
  };
  const json = jsonFaults(subject);
  const findings = [...mistakes(subject), ...subject.annotated.findings, ...json.findings, ...suspicions(subject)];
  return { diagnostics: findings.sort(byPlace).map(explained), json: json.state };
}

function refusalOf(
  parsed: { ok: true; template: Template } | { ok: false; error: TemplateError },
): TemplateError | null {
  return parsed.ok ? null : parsed.error;
}

function byPlace(a: Finding, b: Finding): number {
  return a.from - b.from || a.to - b.to;
}

function explained(finding: Finding): Diagnostic {
  const explanation = [finding.hint, explain(finding.code)].filter((part) => part !== '').join(' ');
  return { ...finding, explanation };
}
