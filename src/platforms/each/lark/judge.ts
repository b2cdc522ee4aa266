/** What Lark / Feishu says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { draw } from './draw';
import { badRequest, rules } from './rules';
import { skin } from './skin';

/** Reads a body as Lark / Feishu does. */
export const judge: Judge = {
  skin,
  reading: {
    reads: 'object',
    answer: badRequest,
    nothing: 'The body is not a JSON object, so the bot refuses it.',
    rules,
    draw,
  },
};
