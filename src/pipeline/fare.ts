/** How a payload fares with a template: the outcome, and why in one sentence. */
import type { Platform } from '../platforms';
import type { PipelineInput } from './input';
import { type Inspection, type Outcome, inspect } from './inspect';
import { wholeFault } from './json-fault';

/** How one payload fares. `reason` is a sentence, or '' when all is well. */
export interface Fare {
  readonly outcome: Outcome;
  readonly reason: string;
}

/** How the payload of an input fares with its template on the platform. Never throws. */
export function fareOf(input: PipelineInput, platform: Platform | null): Fare {
  const inspection = inspect(input, platform, { drawing: false });
  return { outcome: inspection.outcome, reason: reasonOf(inspection) };
}

/** Why an inspection ends as it does, in a sentence, or '' when all is well. */
export function reasonOf({ rendered, json, verdict, outcome }: Inspection): string {
  if (!rendered.ok) return rendered.message;
  if (verdict === null) return outcome === 'pass' || json?.ok !== false ? '' : wholeFault(json.fault);
  const severity = outcome === 'fail' ? 'error' : 'warning';
  return verdict.findings.find((finding) => finding.severity === severity)?.message ?? '';
}
