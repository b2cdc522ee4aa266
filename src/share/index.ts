/** The serialisable project and its link. */
export { type DecodeFailure, type DecodeResult, decode, encode } from './codec';
export { type LinkFit, type LinkLimit, linkFit, linkLimits } from './link-fit';
export { type Project, type ProjectResult, type TextByKind, parseProject, projectLimits, textSize } from './project';
