/** What Matrix (hookshot) says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { draw } from './draw';
import { rules } from './rules';
import { skin } from './skin';

/** Reads a body as Matrix (hookshot) does. */
export const judge: Judge = {
  skin,
  reading: { reads: 'json', nothing: 'The body is not JSON, so hookshot refuses it.', rules, draw },
};
