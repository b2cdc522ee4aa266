/** What Microsoft Teams says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { draw } from './draw';
import { rules } from './rules';
import { skin } from './skin';

/** Reads a body as Microsoft Teams does. */
export const judge: Judge = {
  skin,
  reading: { reads: 'object', nothing: 'The body is not a JSON object, so Teams gets no card.', rules, draw },
};
