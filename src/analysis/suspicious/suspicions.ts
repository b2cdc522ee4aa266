/** What works and is hardly meant. */
import type { Finding } from '../finding';
import type { Subject } from '../room';
import { blankLines } from './blank-lines';
import { deadBranches } from './conditions';
import { invocationFindings } from './invocations';
import { neverSent } from './never-sent';
import { printedFindings } from './printed';
import { printfFindings } from './printf';
import { quotedFields } from './quoted';
import { surveyOf } from './survey';
import { variableFindings } from './variables';

/** Everything that runs and is likely not what was meant. */
export function suspicions(subject: Subject): readonly Finding[] {
  const survey = surveyOf(subject.annotated.trees);
  const findings = [
    ...neverSent(subject, survey),
    ...deadBranches(subject, survey),
    ...printfFindings(subject, survey),
    ...printedFindings(subject, survey),
    ...quotedFields(subject, survey),
  ];
  // What could not be read may have the use that is missed.
  if (!isBroken(subject)) return [...findings, ...wholeText(subject, survey)];
  const broken = brokenActions(subject);
  return findings.filter(({ from }) => !broken.has(actionAt(subject.text, from)));
}

function wholeText(subject: Subject, survey: ReturnType<typeof surveyOf>): readonly Finding[] {
  return [...variableFindings(subject, survey), ...invocationFindings(subject, survey), ...blankLines(subject)];
}

function isBroken({ errors, refusal }: Subject): boolean {
  return errors.length > 0 || refusal !== null;
}

/** Where the action begins that a place is in. */
function actionAt(text: string, at: number): number {
  return text.lastIndexOf('{{', at);
}

/** The actions that could not be read whole. */
function brokenActions({ text, errors, refusal }: Subject): ReadonlySet<number> {
  const all = refusal === null ? errors : [...errors, refusal];
  return new Set(all.map(({ from }) => actionAt(text, from)));
}
