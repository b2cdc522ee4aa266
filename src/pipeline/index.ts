/** The chain of stages, and what follows from it. */
export { type Inspection, type RenderFailure, type RenderSuccess, drawBody, inspect } from './inspect';
export type { PipelineInput } from './input';
export { type Cause, causeOf } from './provenance';
export { wholeFault } from './json-fault';
export { findingsIn } from './findings';
export { environmentOf } from './environment';
