/** The chain of stages, and what follows from it. */
export {
  type Inspection,
  type JsonVerdict,
  type Outcome,
  type PipelineInput,
  type RenderFailure,
  type RenderSuccess,
  type RenderedStage,
  type TemplateFault,
  drawBody,
  inspect,
} from './inspect';
export { type Cause, causeOf } from './provenance';
