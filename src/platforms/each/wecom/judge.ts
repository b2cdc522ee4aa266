/** What WeCom says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { draw } from './draw';
import { notJson, rules } from './rules';
import { skin } from './skin';

/** Reads a body as WeCom does. */
export const judge: Judge = {
  skin,
  reading: {
    reads: 'object',
    answer: (root) => (root === null ? notJson : null),
    nothing: 'The body is not a JSON object, so WeCom refuses it.',
    rules,
    draw,
  },
};
