/** The chain of stages, and what follows from it. */
export { type RenderFailure, type RenderSuccess, inspect } from './inspect';
export type { PipelineInput } from './input';
export { type Cause, causeOf } from './provenance';
export { type Analysed, findingsIn } from './findings';
export { environmentOf } from './environment';
export type { Drawn } from './drawn';
export type { Fare } from './fare';
export type { ReleaseFare } from './on-release';
export type { CompareColumn } from './compare';
export type { AnswerTo, Inspected, Question, QuestionName, Stages } from './questions';
export { Answerer, type Missing } from './answerer';
