/** Pieces of robust templates for short messages with a title: phones and rooms. */
import alertTitleLines from './push/alert-title.tmpl?raw';
import deploymentTitleLines from './push/deployment-title.tmpl?raw';
import endingLines from './push/ending.tmpl?raw';
import firingLines from './push/firing.tmpl?raw';
import incidentTitleLines from './push/incident-title.tmpl?raw';
import statusLines from './push/status.tmpl?raw';
import { fill } from './join';

/** Sets $icon and $priority of an incident or an alert: the usual priority, that of its end, and a critical one. */
export function firing(priorities: Readonly<Record<'usual' | 'resolved' | 'critical', number>>): string {
  return fill(firingLines, priorities);
}

/** Sets $title of a deployment from $app, with an icon. */
export const deploymentTitle: string = deploymentTitleLines;

/** Sets $title of an incident from $icon and $app. */
export const incidentTitle: string = incidentTitleLines;

/** Sets $title of an alert from $icon and the rule's name, which is cut at so many characters. */
export function alertTitle(rule: number): string {
  return fill(alertTitleLines, { rule });
}

/** Sets $text of an incident to what is known without reports. */
export const status: string = statusLines;

/** Adds to $text, on lines of their own, how long an alert lasted and who resolved it: in short texts. */
export const ending: string = endingLines;
