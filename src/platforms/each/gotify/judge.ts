/** What Gotify says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { plainSkin } from '../../preview/skin';
import { draw } from './draw';
import { answer, asGotifyReads, rules } from './rules';

/** Reads a body as Gotify does. */
export const judge: Judge = {
  skin: plainSkin,
  reading: {
    reads: 'object',
    answer,
    nothing: 'The body is not a JSON object, so Gotify refuses it.',
    mend: asGotifyReads,
    rules,
    draw,
  },
};
