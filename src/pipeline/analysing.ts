/** What takes the analysis of templates, which is large and never the first that a person sees: fetched on demand. */
import type { Fix } from '../analysis';
import type { Platform } from '../platforms';
import { type Analysed, findingsIn } from './findings';

export { findingsIn };

/** The first fixes of a template's findings, those of errors first. Never throws. */
export function firstFixes(analysed: Analysed, platform: Platform | null): readonly Fix[] {
  const rank = { error: 0, warning: 1, info: 2 };
  return findingsIn(analysed, platform)
    .diagnostics.toSorted((a, b) => rank[a.severity] - rank[b.severity])
    .flatMap(({ fixes: [first] }) => (first === undefined ? [] : [first]));
}
