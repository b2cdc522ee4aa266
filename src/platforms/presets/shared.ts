/** Pieces of robust templates that platforms of several sorts use. */
import applicationLines from './shared/application.tmpl?raw';
import endingLines from './shared/ending.tmpl?raw';
import escapedDefine from './shared/escaped.tmpl?raw';
import incidentTitleLines from './shared/incident-title.tmpl?raw';
import placeLine from './shared/place.tmpl?raw';
import reportLines from './shared/reports.tmpl?raw';
import { fill } from './join';

/** A helper: "escaped" writes a text into a JSON string with & < > as character references. */
export const escaped: string = escapedDefine;

/** Sets $place: " in" and the application's namespace, or nothing for an application without one. */
export const place: string = placeLine;

/** Sets $app: the application's name and its namespace in parentheses, each cut at so many characters. */
export function application(name: number, namespace: number): string {
  return fill(applicationLines, { name, namespace });
}

/** Sets $ok, whether an incident is over, and $title from $app, without an icon. */
export const plainTitle: string = incidentTitleLines;

/** Adds lines to $text: up to 15 reports, and how many there are if they are more. */
export const reports: string = reportLines;

/** Adds lines to $text: how long an alert lasted and who resolved it. */
export const ending: string = endingLines;
