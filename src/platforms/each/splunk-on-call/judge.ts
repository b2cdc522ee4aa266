/** What Splunk On-Call says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { plainSkin } from '../../preview/skin';
import { draw } from './draw';
import { rules } from './rules';

/** Reads a body as Splunk On-Call does. */
export const judge: Judge = {
  skin: plainSkin,
  reading: {
    reads: 'object',
    nothing: 'The body is not a JSON object, so Splunk On-Call cannot read it.',
    rules,
    draw,
  },
};
