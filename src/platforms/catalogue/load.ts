/** Fetches what is not in the rows: each part once, and again where a try has failed. */
import type { Guide, Presets } from './parts';
import type { Platform, PlatformRow, WholePlatform } from './platform';
import { findPlatform } from './platforms';

/** Fetches for a row, and keeps what has come and what is on its way; what failed is forgotten. */
function once<T>(fetch: (row: PlatformRow) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (id) => {
    const row = findPlatform(id);
    if (row === null) return Promise.reject(new RangeError(`there is no platform ${id}`));
    const coming = known.get(id) ?? fetch(row);
    known.set(id, coming);
    coming.catch(() => known.delete(id));
    return coming;
  };
}

/**
 * The platform with this id, ready to inspect bodies: the same object whenever it is asked for. Rejects with a
 * RangeError where there is none, and where it cannot be fetched.
 */
export const loadPlatform: (id: string) => Promise<Platform> = once(async (row) => ({
  ...row,
  ...(await row.load.judge()).judge,
}));

/** The platform's templates, likewise. */
export const loadPresets: (id: string) => Promise<Presets> = once(async (row) => (await row.load.presets()).presets);

/** What people read of the platform, likewise. */
export const loadGuide: (id: string) => Promise<Guide> = once(async (row) => (await row.load.guide()).guide);

/** The platform with all of its parts, likewise. */
export const loadWhole: (id: string) => Promise<WholePlatform> = once(async ({ id }) => ({
  ...(await loadPlatform(id)),
  ...(await loadPresets(id)),
  ...(await loadGuide(id)),
}));
