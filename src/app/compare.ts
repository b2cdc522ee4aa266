/**
 * One payload on several platforms: each with its own robust template for the release, the current platform with the
 * template at hand.
 */
import { findVersion } from '../coroot';
import { type Inspection, type PipelineInput, inspect } from '../pipeline';
import type { Drawing, Platform, Presets } from '../platforms';

/** One platform's share of a comparison. */
export interface CompareColumn {
  readonly platform: Platform;
  /** What was rendered: the template at hand or the platform's own robust one. */
  readonly source: 'current' | 'robust';
  readonly outcome: Inspection['outcome'];
  readonly drawing: Drawing;
}

/**
 * How a payload looks on a platform; `current` is the id of the platform that the template at hand is for. Never
 * throws.
 */
export function compareOn(
  platform: Platform,
  presets: Presets,
  current: string | null,
  input: PipelineInput,
): CompareColumn {
  const own = platform.id === current;
  const template = own ? input.template : presets.robust.templatesFor(findVersion(input.version))[input.kind];
  const { rendered, outcome, drawing } = inspect({ ...input, template }, platform, { drawing: true });
  const reason = rendered.ok ? '' : rendered.message;
  return {
    platform,
    source: own ? 'current' : 'robust',
    outcome,
    drawing: drawing ?? { preview: { kind: 'nothing', reason }, left: 0 },
  };
}
