/** What is wrong with a template whatever the payload: the analysis in the world that the input names. */
import { type Analysis, analyse } from '../analysis';
import { findVersion } from '../coroot';
import type { Platform } from '../platforms';
import { type World, environmentOf } from './environment';

/** A template and where it is to run. */
export interface Analysed extends Omit<World, 'expectsJson'> {
  readonly template: string;
}

/** Where the release has no template of the kind there is nothing to say of one. */
const nothing: Analysis = { diagnostics: [], json: 'none' };

/**
 * The findings in a template; `platform`, where there is one, says whether its output is read as JSON. Never
 * throws; takes time in proportion to the template.
 */
export function findingsIn(analysed: Analysed, platform: Platform | null): Analysis {
  const { kind, version, customFields, template } = analysed;
  if (!findVersion(version).kinds.includes(kind)) return nothing;
  const expectsJson = platform === null ? null : platform.reading.reads !== 'text';
  return analyse(template, environmentOf({ kind, version, customFields, expectsJson }));
}
