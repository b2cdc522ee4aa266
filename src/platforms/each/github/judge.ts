/** What GitHub Actions says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { plainSkin } from '../../preview/skin';
import { rules } from './rules';

/** Reads a body as GitHub Actions does. */
export const judge: Judge = {
  skin: plainSkin,
  reading: {
    reads: 'object',
    answer:
      '{"message":"Problems parsing JSON","documentation_url":"https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event"}',
    nothing: null,
    rules,
    draw: (_, text) => ({ kind: 'data', text }),
  },
};
