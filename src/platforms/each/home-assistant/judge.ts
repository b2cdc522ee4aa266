/** What Home Assistant says of a body, and how it looks there. */
import { anyJson } from '../../body/reading';
import type { Judge } from '../../catalogue/parts';
import { plainSkin } from '../../preview/skin';

/** Reads a body as Home Assistant does. */
export const judge: Judge = {
  skin: plainSkin,
  reading: {
    ...anyJson,
    // https://github.com/home-assistant/core/pull/158254 (of 2025-12-08)
    lost: 'Coroot says that it sends JSON, so Home Assistant reads a body only as such: it writes “Error processing webhook” into its log, starts nothing, and answers 200 all the same. trigger.json has what is in a JSON object.',
  },
};
