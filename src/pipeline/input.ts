/** What the chain of stages begins with. */
import type { CustomField, NotificationKind } from '../coroot';

/** What the stages are made from. */
export interface PipelineInput {
  readonly kind: NotificationKind;
  /** The id of a version of Coroot. */
  readonly version: string;
  readonly customFields: readonly CustomField[];
  readonly template: string;
  readonly payload: string;
}
