/** What Telegram says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { draw } from './draw';
import { tolerated } from './message';
import { answer, rules } from './rules';
import { skin } from './skin';

/** Reads a body as Telegram does. */
export const judge: Judge = {
  skin,
  reading: {
    reads: 'object',
    answer,
    nothing: 'The body is not a JSON object, so Telegram does not read it.',
    mend: tolerated,
    rules,
    draw,
  },
};
