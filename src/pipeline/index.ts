/** The chain of stages, and what follows from it. */
export {
  type Inspection,
  type PipelineInput,
  type RenderFailure,
  type RenderSuccess,
  drawBody,
  inspect,
} from './inspect';
export { type Cause, causeOf } from './provenance';
export { findingsIn } from './findings';
export { environmentOf } from './environment';
