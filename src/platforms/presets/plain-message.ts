/** Robust templates for platforms whose messages are plain text below so many bytes. */
import about from './plain-message/about.tmpl?raw';
import alert from './plain-message/alert.tmpl?raw';
import application from './plain-message/application.tmpl?raw';
import cutDefine from './plain-message/cut.tmpl?raw';
import deployment from './plain-message/deployment.tmpl?raw';
import firing from './plain-message/firing.tmpl?raw';
import head from './plain-message/head.tmpl?raw';
import incident from './plain-message/incident.tmpl?raw';
import putDefine from './plain-message/put.tmpl?raw';
import tail from './plain-message/tail.tmpl?raw';
import type { NotificationKind } from '../../coroot';
import type { TemplatesFor } from '../catalogue/parts';
import { edited } from './edited';
import { fill, joined } from './join';
import { deployedShort, namedTitle, objectives } from './shared';

/** A helper: "put" writes a text into a JSON string. */
export const put: string = putDefine;

/**
 * A helper of the name: it cuts a text to so many bytes as JSON, or to fewer characters where those are long, and calls
 * "put". `bytes` can be divided by 20.
 */
export function cut(name: string, bytes: number): string {
  return fill(cutDefine, { name, bytes, quoted: bytes + 2, most: (bytes * 4) / 5, some: bytes / 4 });
}

/** What the platforms differ in. */
export interface PlainMessage {
  /** The body before and after the text. */
  readonly around: readonly [open: string, close: string];
  /** How many bytes the platform takes, as people write it. */
  readonly bytes: string;
  /** What "put" does besides, for the comment above the helpers. */
  readonly also?: string;
  /** "put", "name", "line", "text" and what the next two name. */
  readonly helpers: readonly string[];
  /** The helpers that cut the names of a namespace, report, project or detail, and the value of a detail. */
  readonly label: string;
  readonly value: string;
  /** How many items of the list are shown. */
  readonly most: Readonly<Record<NotificationKind, number>>;
  /** An example of a mention. */
  readonly who: string;
}

/** The templates of a platform, for each release. */
export function plainMessage(platform: PlainMessage): TemplatesFor {
  const { around, bytes, also = '', helpers, label, value, most, who } = platform;
  const [open, close] = around;
  const pieces = {
    open,
    close,
    bytes,
    also,
    label,
    value,
    firing: { incident: firing, deployment: deployedShort, alert: firing },
    objectives,
    title: namedTitle,
    head,
    application,
    tail,
  };
  return joined({ top: edited({ most, who }), about, helpers, pieces, incident, deployment, alert });
}
