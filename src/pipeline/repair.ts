/** Which fix of a template mends it for a payload on which it fails: found out by trying. */
import { type Fix, applyFix } from '../analysis';
import type { Platform } from '../platforms';
import type { PipelineInput } from './input';
import { inspect } from './inspect';

/** Whether the template of an input no longer fails on its payload with a fix. Never throws. */
export function mends(fix: Fix, input: PipelineInput, platform: Platform | null): boolean {
  const mended = { ...input, template: applyFix(input.template, fix) };
  return inspect(mended, platform, { drawing: false }).outcome !== 'fail';
}
