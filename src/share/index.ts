/** The serialisable project and its link. */
export type { DecodeResult } from './codec';
export { linkFit } from './link-fit';
export { type Codec, loadCodec } from './load-codec';
export { type Project, parseProject, projectLimits, textSize } from './project';
