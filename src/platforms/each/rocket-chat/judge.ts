/** What Rocket.Chat says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { draw } from './draw';
import { loadParser } from './parser';
import { rules } from './rules';
import { skin } from './skin';

/** Reads a body as Rocket.Chat does. */
export const judge: Judge = {
  skin,
  loadParser,
  reading: {
    reads: 'object',
    takesText: true,
    nothing: 'Rocket.Chat reads a JSON object, and the body is none.',
    rules,
    draw,
  },
};
