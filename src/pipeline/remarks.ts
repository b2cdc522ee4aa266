/**
 * The verdict on a body whose template and payload are known: what the platform says, less what is meant or not the
 * template's doing, and what templates write by accident wherever they are sent to.
 */
import type { Body, DecodedPayload } from '../coroot';
import { type Finding, type Platform, type Verdict, foreignMarkup } from '../platforms';
import { accidentsIn } from './accidents';
import { authorsOf } from './authors';
import type { PipelineInput } from './input';

/** The verdict of a platform with what only those know who know the template. Never throws. */
export function remarked(
  platform: Platform,
  verdict: Verdict,
  input: PipelineInput,
  payload: DecodedPayload,
  body: Body,
): Verdict {
  const own = verdict.findings;
  const accidents = accidentsIn(input, payload, body);
  const foreign = foreignMarkup(platform, body);
  const doubtful = [...own, ...accidents, ...foreign].filter(({ onlyFrom }) => onlyFrom !== undefined);
  if (doubtful.length + accidents.length === 0) return verdict;
  const authors = doubtful.length === 0 ? [] : authorsOf(input, body.text, doubtful);
  const dropped = new Set<Finding>(doubtful.filter(({ onlyFrom }, i) => authors[i] !== onlyFrom));
  const kept = (findings: readonly Finding[]): readonly Finding[] => findings.filter((found) => !dropped.has(found));
  // A place is told once: what an accident explains needs no other words, nor does what the platform says itself.
  const told = new Set<number>();
  const untold = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ from }) => !told.has(from));
  const take = (findings: readonly Finding[]): readonly Finding[] => {
    for (const { from, to } of findings) if (to > from) told.add(from);
    return findings;
  };
  const first = take(kept(accidents));
  const errors = own.filter(({ severity }) => severity === 'error');
  const others = kept(own).filter(({ severity }) => severity !== 'error');
  const findings = [...errors, ...first, ...take(untold(others)), ...untold(kept(foreign))];
  return { ...verdict, findings: findings.sort((a, b) => a.from - b.from) };
}
