/** What Plain Text says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { plainBlock } from '../../preview/preview';
import { plainSkin } from '../../preview/skin';

/** Reads a body as Plain Text does. */
export const judge: Judge = {
  skin: plainSkin,
  reading: {
    reads: 'text',
    rules: () => undefined,
    draw: (text) => ({ kind: 'message', sender: 'Coroot', pieces: [{ kind: 'text', blocks: [plainBlock(text)] }] }),
  },
};
