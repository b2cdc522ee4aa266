/** The serialisable project and its link. */
export { type DecodeResult, decode, encode } from './codec';
export { linkFit } from './link-fit';
export {
  type NotificationKind,
  type Project,
  notificationKinds,
  parseProject,
  projectLimits,
  textSize,
} from './project';
