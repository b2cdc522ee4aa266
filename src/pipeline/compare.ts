/**
 * One payload on several platforms: each with its own robust template for the release, the current platform with the
 * template at hand.
 */
import { findVersion } from '../coroot';
import type { Platform, Presets } from '../platforms';
import { type Drawn, drawnOn } from './drawn';
import type { PipelineInput } from './input';
import { type Outcome, inspect } from './inspect';

/** One platform's share of a comparison. */
export interface CompareColumn {
  /** What was rendered: the template at hand or the platform's own robust one. */
  readonly source: 'current' | 'robust';
  readonly outcome: Outcome;
  readonly drawn: Drawn;
}

/** How a payload looks on a platform; `own` is whether the template at hand is for that one. Never throws. */
export function compareOn(platform: Platform, presets: Presets, own: boolean, input: PipelineInput): CompareColumn {
  const template = own ? input.template : presets.robust.templatesFor(findVersion(input.version))[input.kind];
  const { rendered, outcome, drawing } = inspect({ ...input, template }, platform, { drawing: true });
  const reason = rendered.ok ? '' : rendered.message;
  return {
    source: own ? 'current' : 'robust',
    outcome,
    drawn: drawnOn(platform, drawing ?? { preview: { kind: 'nothing', reason }, left: 0 }),
  };
}
