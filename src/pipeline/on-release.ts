/** How a template fares on a release of Coroot, and whether its output is another there. */
import { type CorootVersion, findVersion, samplesFor } from '../coroot';
import type { Platform } from '../platforms';
import { type Fare, reasonOf } from './fare';
import type { PipelineInput } from './input';
import { type Inspection, inspect } from './inspect';

/** How a template fares on a release. */
export interface ReleaseFare extends Fare {
  /** What fails or warns, by its title, or '' when all is well. */
  readonly payload: string;
  /**
   * Whether the payload at hand gets another output than on the release that is chosen; false where either has none.
   */
  readonly differs: boolean;
}

const order = { pass: 0, warn: 1, fail: 2 } as const;

/** What a payload becomes on a version of Coroot. */
function on(input: PipelineInput, platform: Platform | null, version: CorootVersion, payload: string): Inspection {
  const customFields = version.customFields ? input.customFields : [];
  return inspect({ ...input, version: version.id, customFields, payload }, platform, { drawing: false });
}

/** What the payload at hand becomes on the version that is chosen; null where that is nothing. */
function chosenBody(input: PipelineInput): string | null {
  const { rendered } = on(input, null, findVersion(input.version), input.payload);
  return rendered.ok ? rendered.body : null;
}

/**
 * How the template of an input fares on a release: with the payload at hand, and with what that release sends. The
 * release that is chosen is the input's. Never throws.
 */
export function fareOn(input: PipelineInput, platform: Platform | null, version: CorootVersion): ReleaseFare {
  const mine = on(input, platform, version, input.payload);
  // What the payload at hand lacks on another release says nothing of the template.
  const own = mine.payload.ok ? [{ title: 'the payload at hand', inspection: mine }] : [];
  const sent = samplesFor(input.kind, version).map(({ title, payload }) => ({
    title,
    inspection: on(input, platform, version, payload),
  }));
  let worst: Omit<ReleaseFare, 'differs'> = { outcome: 'pass', reason: '', payload: '' };
  for (const { title, inspection } of [...own, ...sent]) {
    if (order[inspection.outcome] <= order[worst.outcome]) continue;
    worst = { outcome: inspection.outcome, reason: reasonOf(inspection), payload: title };
  }
  const chosen = mine.rendered.ok ? chosenBody(input) : null;
  return { ...worst, differs: mine.rendered.ok && chosen !== null && mine.rendered.body !== chosen };
}
