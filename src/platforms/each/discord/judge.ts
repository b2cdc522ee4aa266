/** What Discord says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { draw } from './draw';
import { rules } from './rules';
import { skin } from './skin';

/** Reads a body as Discord does. */
export const judge: Judge = {
  skin,
  reading: {
    reads: 'object',
    answer: 'The request body contains invalid JSON.',
    nothing: 'Discord refuses the body: it is not a JSON object.',
    rules,
    draw,
  },
};
