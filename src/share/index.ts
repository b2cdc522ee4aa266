/** The serialisable project and its link. */
export { type DecodeResult, decode, encode } from './codec';
export { linkFit } from './link-fit';
export { type Project, parseProject, projectLimits, textSize } from './project';
