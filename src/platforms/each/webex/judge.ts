/** What Webex says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { draw } from './draw';
import { rules } from './rules';
import { skin } from './skin';

/** Reads a body as Webex does. */
export const judge: Judge = {
  skin,
  reading: {
    reads: 'object',
    takesText: true,
    nothing: 'The body is not a JSON object, so Webex refuses it.',
    rules,
    draw,
  },
};
