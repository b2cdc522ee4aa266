/** What Slack says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { draw } from './draw';
import { rules } from './rules';
import { skin } from './skin';

/** Reads a body as Slack does. */
export const judge: Judge = {
  skin,
  reading: {
    reads: 'object',
    takesText: true,
    answer: 'invalid_payload',
    nothing: 'Slack reads a JSON object, and the body is none.',
    rules,
    draw,
  },
};
