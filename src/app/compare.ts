/** One payload on several platforms: each with its own robust template, the current platform with the template at hand. */
import { type Drawing, type Platform, boundedPreview, outcome } from '../platforms';
import { type PipelineInput, runPipeline } from './pipeline';

/** One platform's share of a comparison. */
export interface CompareColumn {
  readonly platform: Platform;
  /** What was rendered: the template at hand or the platform's own robust one. */
  readonly source: 'current' | 'robust';
  readonly outcome: 'pass' | 'warn' | 'fail';
  readonly drawing: Drawing;
}

/** How a payload looks on a platform; `current` is the platform that the template at hand is for. Never throws. */
export function compareOn(platform: Platform, current: Platform | null, input: PipelineInput): CompareColumn {
  const robust = platform === current ? null : platform.robust;
  const own = robust === null;
  const template = own ? input.template : robust.templates[input.kind];
  const { rendered } = runPipeline({ ...input, template });
  const source = own ? 'current' : 'robust';
  if (!rendered.ok) {
    const drawing = boundedPreview({ kind: 'nothing', reason: rendered.message });
    return { platform, source, outcome: 'fail', drawing };
  }
  const { body } = rendered;
  return {
    platform,
    source,
    outcome: platform.check === null ? 'pass' : outcome(platform.check(body)),
    drawing: boundedPreview(platform.preview?.(body) ?? { kind: 'data', text: body }),
  };
}
