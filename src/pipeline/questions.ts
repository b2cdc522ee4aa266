/**
 * What may be asked of the pipeline from another thread: plain data to plain data, both of which survive structured
 * cloning. A platform is named by its id. https://developer.mozilla.org/docs/Web/API/Web_Workers_API
 */
import type { Fix } from '../analysis';
import { findVersion } from '../coroot';
import type { Platform, Presets } from '../platforms';
import type * as analysing from './analysing';
import { compareOn } from './compare';
import { type Drawn, drawnBody, drawnOn } from './drawn';
import { fareOf } from './fare';
import type { Analysed } from './findings';
import type { PipelineInput } from './input';
import { type Inspection, inspect } from './inspect';
import { fareOn } from './on-release';
import { causeOf } from './provenance';
import { mends } from './repair';

/** What every question says: whose eyes look, by id; null for nobody's. */
interface Asked {
  readonly platform: string | null;
}

/** A question about a template with a payload. */
interface AskedOfInput extends Asked {
  readonly input: PipelineInput;
}

/** The stages without the drawing, which is apart, with the window it belongs into. */
export type Stages = Omit<Inspection, 'drawing'>;

/** Every stage of an input. */
export interface Inspected {
  readonly stages: Stages;
  /** Null where there is no body, or no platform. */
  readonly drawn: Drawn | null;
}

/** Fetches what takes the analysis. Rejects where it cannot be fetched. */
export const loadAnalysing = (): Promise<typeof analysing> => import('./analysing');

/** What can be asked: the platform, where one is named, and the analysis are loaded by then. None of them throws. */
export const questions = {
  /** Every stage, and how the body looks. */
  inspect: ({ input }: AskedOfInput, platform: Platform | null): Inspected => {
    const { drawing, ...stages } = inspect(input, platform);
    return { stages, drawn: platform === null || drawing === null ? null : drawnOn(platform, drawing) };
  },
  /** How a body that was rendered before looks. */
  draw: ({ body }: Asked & { readonly body: string }, platform: Platform | null): Drawn | null =>
    platform === null ? null : drawnBody(platform, body),
  /** Where a place of the body comes from, in UTF-16 units. */
  cause: ({ input, from, to }: AskedOfInput & { readonly from: number; readonly to: number }) =>
    causeOf(input, { from, to }),
  /** What is wrong with a template whatever the payload. */
  findings: async ({ template }: Asked & { readonly template: Analysed }, platform: Platform | null) =>
    (await loadAnalysing()).findingsIn(template, platform),
  /** How a payload fares. */
  fare: ({ input }: AskedOfInput, platform: Platform | null) => fareOf(input, platform),
  /** How a template fares on a release, by its id; the one that is chosen is the input's. */
  release: ({ input, release }: AskedOfInput & { readonly release: string }, platform: Platform | null) =>
    fareOn(input, platform, findVersion(release)),
  /** The first fixes of what is wrong with a template. */
  fixes: async ({ template }: Asked & { readonly template: Analysed }, platform: Platform | null) =>
    (await loadAnalysing()).firstFixes(template, platform),
  /** Whether a fix mends a template for a payload. */
  mends: ({ input, fix }: AskedOfInput & { readonly fix: Fix }, platform: Platform | null) =>
    mends(fix, input, platform),
  /** How a payload looks on a platform; `own` is whether the template at hand is for it. */
  compare: (
    { input, own }: AskedOfInput & { readonly own: boolean },
    platform: Platform | null,
    presets: Presets | null,
  ) => (platform === null || presets === null ? null : compareOn(platform, presets, own, input)),
} as const;

/** The name of a question. */
export type QuestionName = keyof typeof questions;
/** What a question says. */
export type Question<N extends QuestionName> = Parameters<(typeof questions)[N]>[0];
/** What its answer is. */
export type AnswerTo<N extends QuestionName> = Awaited<ReturnType<(typeof questions)[N]>>;

/** The questions whose answers are drawn: with the platform's own parser, where it publishes one. */
export const drawn: ReadonlySet<QuestionName> = new Set<QuestionName>(['inspect', 'draw', 'compare']);

/** The questions that take the analysis. */
export const analysed: ReadonlySet<QuestionName> = new Set<QuestionName>(['findings', 'fixes']);

/** The questions that are answered with the platform's own templates. */
export const withPresets: ReadonlySet<QuestionName> = new Set<QuestionName>(['compare']);
