/** Pieces of robust templates for on-call systems: their alerts have a title and a text, as text or as Markdown. */
import alertMarkdown from './on-call/alert-md.tmpl?raw';
import alertText from './on-call/alert-text.tmpl?raw';
import alertTitle from './on-call/alert-title.tmpl?raw';
import applicationLines from './on-call/application.tmpl?raw';
import deploymentMarkdown from './on-call/deployment-md.tmpl?raw';
import deploymentSeverity from './on-call/deployment-severity.tmpl?raw';
import deploymentText from './on-call/deployment-text.tmpl?raw';
import deploymentTitle from './on-call/deployment-title.tmpl?raw';
import incidentMarkdown from './on-call/incident-md.tmpl?raw';
import incidentText from './on-call/incident-text.tmpl?raw';
import linkText from './on-call/link.tmpl?raw';
import markdownDefine from './on-call/md.tmpl?raw';
import markdownAboutText from './on-call/md-about.tmpl?raw';
import priorityText from './on-call/priority.tmpl?raw';
import severityText from './on-call/severity.tmpl?raw';
import type { PresetTemplates } from '../catalogue/parts';
import { fill } from './join';
import { application, mentioned, plainTitle } from './shared';

const titled = fill('⟨named⟩\n⟨lines⟩\n⟨mentioned⟩', {
  named: applicationLines,
  application: application(100, 60),
  mentioned,
});

/** Sets $app, which is never empty, and $title, with who is mentioned. */
export const title: PresetTemplates = {
  incident: fill(titled, { lines: plainTitle }),
  deployment: fill(titled, { lines: deploymentTitle }),
  alert: fill(titled, { lines: alertTitle }),
};

/** Sets $text to all there is to say, with up to $most items of the list. */
export const text: PresetTemplates = { incident: incidentText, deployment: deploymentText, alert: alertText };

/** Writes all there is to say as Markdown into a JSON string, with up to $most items of the list; needs `markdown`. */
export const details: PresetTemplates = {
  incident: incidentMarkdown,
  deployment: deploymentMarkdown,
  alert: alertMarkdown,
};

/** A helper: "md" writes a text into a JSON string with a backslash before everything that Markdown reads. */
export const markdown: string = markdownDefine;

/** What the comment above `markdown` says of it. */
export const markdownAbout: string = markdownAboutText;

/** Writes a link to Coroot as Markdown into a JSON string. */
export const link: string = linkText;

/** Sets $severity: critical, warning or info. */
export const severity: PresetTemplates = {
  incident: severityText,
  deployment: deploymentSeverity,
  alert: severityText,
};

/** Sets $priority of an incident or an alert: P1 to P5. */
export const priority: string = priorityText;
