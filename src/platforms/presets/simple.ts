/**
 * The simple templates: a title and a text made with printf, and a body that takes them with json. Each reads as a
 * person would write it; what they say alike stands here, and a platform has its body.
 */
import alert from './simple/alert.tmpl?raw';
import deployment from './simple/deployment.tmpl?raw';
import incident from './simple/incident.tmpl?raw';
import textBody from './simple/text.tmpl?raw';
import type { SimplePreset } from '../catalogue/parts';
import { joined } from './join';
import { cutAt } from './shown';

/** How many characters of each sort of text are kept, and how many items of a list. */
interface Sizes {
  /** Of applications and rules. */
  readonly name: number;
  /** Of reports, checks, projects, versions, people, and the names of details. */
  readonly label: number;
  /** Of an item: a report's message, a line of a deployment, the value of a detail. */
  readonly text: number;
  /** Of an alert's summary and an incident's root cause. */
  readonly long: number;
  readonly items: number;
}

const usual: Sizes = { name: 60, label: 40, text: 200, long: 300, items: 5 };

/** What a platform has of its own. */
export interface SimpleParts {
  /**
   * What is posted, with $title and $text, where it is not an object with a text; ⟨over⟩ is whether an alarm is over,
   * ⟨kind⟩ the kind of notification.
   */
  readonly body?: string;
  /** What ends a line, inside of quotes; two line feeds where Markdown makes a space of one. */
  readonly end?: string;
  /** For platforms that take less text. */
  readonly sizes?: Partial<Sizes>;
}

/** The simple templates of a platform. */
export function simple({ body = textBody, end = '\\n', sizes = {} }: SimpleParts = {}): SimplePreset {
  const { name, label, text, long, items } = { ...usual, ...sizes };
  const limits = Object.entries({ name, label, text, long, items }).map(([key, value]) => [key, value.toString()]);
  const closed = 'eq .Status "OK"';
  return {
    templatesFor: joined({
      pieces: {
        ...(Object.fromEntries(limits) as Readonly<Record<keyof Sizes, string>>),
        over: { incident: closed, deployment: 'ne .Status "Stuck"', alert: closed },
        end,
        body,
      },
      incident,
      deployment,
      alert,
    }),
    shows: {
      incident: cutAt({
        'Application.Name': name,
        'Reports.Name': label,
        'Reports.Check': label,
        'Reports.Message': text,
        RCASummary: long,
      }),
      deployment: cutAt({ 'Application.Name': name, Version: label, Summary: text }),
      alert: cutAt({
        'Application.Name': name,
        ProjectName: label,
        RuleName: name,
        Summary: long,
        'Details.Name': label,
        'Details.Value': text,
        Duration: null,
        ResolvedBy: label,
      }),
    },
    items: { Reports: items, Summary: items, Details: items },
  };
}
