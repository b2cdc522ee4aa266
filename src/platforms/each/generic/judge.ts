/** What n8n, Zapier, Make … says of a body, and how it looks there. */
import { anyJson } from '../../body/reading';
import type { Judge } from '../../catalogue/parts';
import { plainSkin } from '../../preview/skin';

/** Reads a body as n8n, Zapier, Make … does. */
export const judge: Judge = {
  skin: plainSkin,
  reading: anyJson,
};
