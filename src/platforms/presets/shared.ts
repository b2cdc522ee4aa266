/** Pieces of robust templates that platforms of several sorts use. */
import applicationLines from './shared/application.tmpl?raw';
import deployedShortLines from './shared/deployed-short.tmpl?raw';
import deployedLines from './shared/deployed.tmpl?raw';
import deploymentTitleLines from './shared/deployment-title.tmpl?raw';
import endingLines from './shared/ending.tmpl?raw';
import escapedDefine from './shared/escaped.tmpl?raw';
import firingLines from './shared/firing.tmpl?raw';
import incidentTitleLines from './shared/incident-title.tmpl?raw';
import mentionedLine from './shared/mentioned.tmpl?raw';
import namedTitleLine from './shared/named-title.tmpl?raw';
import objectivesLines from './shared/objectives.tmpl?raw';
import placeLine from './shared/place.tmpl?raw';
import reportLines from './shared/reports.tmpl?raw';
import titleLine from './shared/title.tmpl?raw';
import { fill } from './join';

/** A helper: "escaped" writes a text into a JSON string with & < > as character references. */
export const escaped: string = escapedDefine;

/** Sets $place: " in" and the application's namespace, or nothing for an application without one. */
export const place: string = placeLine;

/** Sets $app: the application's name and its namespace in parentheses, each cut at so many characters. */
export function application(name: number, namespace: number): string {
  return fill(applicationLines, { name, namespace });
}

/** Sets $icon and $word of an incident or an alert. */
export const firing: string = firingLines;

/** Sets $icon and $word of a deployment. */
export const deployed: string = deployedLines;

/** Sets $icon and $word of a deployment, without a word for one that was cancelled. */
export const deployedShort: string = deployedShortLines;

/** Sets $title from $icon and $word. */
export const title: string = titleLine;

/** Sets $title from $icon and $word, for bodies in which a name follows. */
export const namedTitle: string = namedTitleLine;

/** Puts who is mentioned before $title. */
export const mentioned: string = mentionedLine;

/** Sets $state: whether the application meets its objectives. */
export const objectives: string = objectivesLines;

/** Sets $title of a deployment from $app, without an icon. */
export const deploymentTitle: string = deploymentTitleLines;

/** Sets $title of an incident from $app, without an icon. */
export const plainTitle: string = incidentTitleLines;

/** Adds lines to $text: up to $most reports, and how many there are if they are more. */
export const reports: string = reportLines;

/** Adds lines to $text: how long an alert lasted and who resolved it. */
export const ending: string = endingLines;
