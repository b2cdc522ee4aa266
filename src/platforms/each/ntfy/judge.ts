/** What ntfy says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { plainSkin } from '../../preview/skin';
import { draw } from './draw';
import { answer, asNtfyReads } from './reads';
import { rules } from './rules';

/** Reads a body as ntfy does. */
export const judge: Judge = {
  skin: plainSkin,
  reading: {
    reads: 'object',
    answer,
    nothing: 'The body is not a JSON object, so ntfy refuses it.',
    mend: asNtfyReads,
    rules,
    draw,
  },
};
