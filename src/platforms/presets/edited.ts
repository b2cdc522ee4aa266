/**
 * The first lines of robust templates, where people find what they ask first: how much is shown and who is mentioned,
 * on all platforms in one place and in one wording.
 */
import type { NotificationKind } from '../../coroot';
import type { PresetTemplates } from '../catalogue/parts';
import { fill } from './join';
import mentionLines from './shared/mention.tmpl?raw';
import mostLine from './shared/most.tmpl?raw';

/** What a kind has many of, as people call it, the field, and when somebody is mentioned. */
const kinds = {
  incident: { items: 'reports', field: '.Reports', status: 'CRITICAL', when: 'critical' },
  deployment: { items: 'lines', field: '.Summary', status: 'Stuck', when: 'stuck' },
  alert: { items: 'details', field: '.Details', status: 'CRITICAL', when: 'critical' },
} as const satisfies Record<NotificationKind, unknown>;

/** How many items of its list a template of each kind shows. */
export interface Most {
  /** Every one of them, or so many. */
  readonly most: 'all' | Readonly<Record<NotificationKind, number>>;
  /** Whether texts use up the room, so that fewer may be shown. */
  readonly room?: boolean;
}

function mostOf(kind: NotificationKind, { most, room = false }: Most): string {
  const { items, field } = kinds[kind];
  if (most === 'all') return fill(mostLine, { most: `len ${field}`, items, besides: ': all, or a number such as 3' });
  return fill(mostLine, { most: most[kind], items, besides: room ? ', while there is room' : '' });
}

/** Sets $most, which a person changes to be shown fewer or more. */
export function howMany(most: Most): PresetTemplates {
  return {
    incident: mostOf('incident', most),
    deployment: mostOf('deployment', most),
    alert: mostOf('alert', most),
  };
}

/**
 * Sets $most, and $mention, which is empty until a person writes into it, and whenever nothing is urgent. `who` is an
 * example of what mentions somebody on the platform, and more if there is more to say.
 */
export function edited(most: Most & { readonly who: string }): PresetTemplates {
  function lines(kind: NotificationKind): string {
    const { status, when } = kinds[kind];
    return mostOf(kind, most) + fill(mentionLines, { status, when, who: most.who });
  }
  return { incident: lines('incident'), deployment: lines('deployment'), alert: lines('alert') };
}
