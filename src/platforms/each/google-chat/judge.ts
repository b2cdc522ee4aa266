/** What Google Chat says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { unexpectedToken } from './answers';
import { draw } from './draw';
import { rules } from './rules';
import { skin } from './skin';

/** Reads a body as Google Chat does. */
export const judge: Judge = {
  skin,
  reading: {
    reads: 'object',
    takesText: true,
    answer: (root, text) => (root === null ? unexpectedToken(text) : null),
    nothing: 'Google Chat reads a JSON object, and the body is none.',
    rules,
    draw,
  },
};
