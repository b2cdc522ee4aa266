/** What Mattermost says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { draw } from './draw';
import { asMattermostReads } from './reads';
import { rules, undecodable } from './rules';
import { skin } from './skin';

/** Reads a body as Mattermost does. */
export const judge: Judge = {
  skin,
  reading: {
    reads: 'object',
    takesText: true,
    answer: undecodable,
    nothing: 'Mattermost refuses the body: it is not a JSON object.',
    mend: asMattermostReads,
    rules,
    draw,
  },
};
