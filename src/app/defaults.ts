/** What a first visit shows. */
import { type NotificationKind, defaultVersion, samples } from '../coroot';
import { findPreset } from '../platforms';
import type { Project } from '../share';

/** The preset a newcomer meets: a real chat platform, and JSON that can go wrong. */
const firstPreset = 'telegram';

function firstSample(kind: NotificationKind): string {
  return samples.find((sample) => sample.kind === kind)?.payload ?? '{}';
}

/** A fresh project: the first preset with the first sample of each kind. */
export function defaultProject(): Project {
  const preset = findPreset(firstPreset);
  return {
    kind: 'incident',
    version: defaultVersion.id,
    preset: preset?.id ?? null,
    templates: preset?.templatesFor(defaultVersion) ?? { incident: '', deployment: '', alert: '' },
    payloads: { incident: firstSample('incident'), deployment: firstSample('deployment'), alert: firstSample('alert') },
    customFields: [],
  };
}
