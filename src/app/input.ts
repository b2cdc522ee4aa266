/** What of a project a question is about. */
import type { NotificationKind } from '../coroot';
import type { Analysed, PipelineInput } from '../pipeline';
import type { Project } from '../share';

/** The template and the payload of a kind; another payload where one is given. */
export function inputOf(
  { kind: open, version, customFields, templates, payloads }: Project,
  kind: NotificationKind = open,
  payload: string = payloads[kind],
): PipelineInput {
  return { kind, version, customFields, template: templates[kind], payload };
}

/** The template of a kind, and where it is to run. */
export function templateOf(
  { kind: open, version, customFields, templates }: Project,
  kind: NotificationKind = open,
): Analysed {
  return { kind, version, customFields, template: templates[kind] };
}
