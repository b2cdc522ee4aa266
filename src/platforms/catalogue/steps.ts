/** Setup steps as data, so that the page can show code and links without reading markup. */

/** A piece of a step. */
export type StepPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** One step. */
export type Step = readonly StepPart[];

/** Reads a step written in one line: `code` in backquotes and [links](https://…) as in Markdown, nothing else. */
export function step(line: string): Step {
  const parts: StepPart[] = [];
  let at = 0;
  for (const match of line.matchAll(/`([^`]+)`|\[([^\]]+)\]\((https:[^)\s]+)\)/g)) {
    if (match.index > at) parts.push({ kind: 'text', text: line.slice(at, match.index) });
    const [whole, code, text = '', href = ''] = match;
    parts.push(code === undefined ? { kind: 'link', text, href } : { kind: 'code', text: code });
    at = match.index + whole.length;
  }
  if (at < line.length) parts.push({ kind: 'text', text: line.slice(at) });
  return parts;
}

/** The steps in Coroot's own settings, the same for every platform. https://docs.coroot.com/alerting/webhook */
export function corootSteps(url: string): readonly Step[] {
  return [
    step('In Coroot, open Project Settings, then Integrations, and create a Webhook integration.'),
    step(url),
    step('Switch on incidents, deployments and alerts as you like, and paste the three templates from here.'),
    step('Send a test from Coroot’s form. It tries the incident and the deployment template, never the alert one.'),
  ];
}
