/** Which fix of a template mends it for a payload on which it fails: found out by trying. */
import { type Fix, applyFix } from '../analysis';
import type { Platform } from '../platforms';
import { type Analysed, findingsIn } from './findings';
import type { PipelineInput } from './input';
import { inspect } from './inspect';

/** The first fixes of a template's findings, those of errors first. Never throws. */
export function firstFixes(analysed: Analysed, platform: Platform | null): readonly Fix[] {
  const rank = { error: 0, warning: 1, info: 2 };
  return findingsIn(analysed, platform)
    .diagnostics.toSorted((a, b) => rank[a.severity] - rank[b.severity])
    .flatMap(({ fixes: [first] }) => (first === undefined ? [] : [first]));
}

/** Whether the template of an input no longer fails on its payload with a fix. Never throws. */
export function mends(fix: Fix, input: PipelineInput, platform: Platform | null): boolean {
  const mended = { ...input, template: applyFix(input.template, fix) };
  return inspect(mended, platform, { drawing: false }).outcome !== 'fail';
}
