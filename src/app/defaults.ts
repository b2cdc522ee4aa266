/** What a first visit shows. */
import { type NotificationKind, defaultVersion, samples } from '../coroot';
import { firstPreset } from '../platforms';
import type { Project } from '../share';

function firstSample(kind: NotificationKind): string {
  return samples.find((sample) => sample.kind === kind)?.payload ?? '{}';
}

/** A fresh project: the first preset with the first sample of each kind. */
export function defaultProject(): Project {
  return {
    kind: 'incident',
    version: defaultVersion.id,
    preset: firstPreset.id,
    templates: firstPreset.templates,
    payloads: { incident: firstSample('incident'), deployment: firstSample('deployment'), alert: firstSample('alert') },
    customFields: [],
  };
}
