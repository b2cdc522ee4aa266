/**
 * Fetches what is not in the rows: each part once, and again where a try has failed. Who never asks for a part of
 * platforms has none of these files in its bundle.
 */
import type { Guide, Judge, Presets } from './parts';
import type { Platform, PlatformRow, WholePlatform } from './platform';
import { findPlatform } from './platforms';

/** What fetches a module, by its path. */
type Loads<T> = Readonly<Record<string, () => Promise<T>>>;

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

/** The module of a platform's folder, which is named after its id. */
function moduleOf<T>(loads: Loads<T>, id: string, part: string): Promise<T> {
  const load = loads[`../each/${id}/${part}.ts`];
  return load === undefined ? Promise.reject(new RangeError(`the platform ${id} has no ${part}`)) : load();
}

/**
 * The platform with this id, ready to inspect bodies: the same object whenever it is asked for. Rejects with a
 * RangeError where there is none, and where it cannot be fetched.
 */
export const loadPlatform: (id: string) => Promise<Platform> = /* @__PURE__ */ once(async (row) => {
  const judges = import.meta.glob<{ readonly judge: Judge }>('../each/*/judge.ts');
  return { ...row, ...(await moduleOf(judges, row.id, 'judge')).judge };
});

/** The platform's templates, likewise. */
export const loadPresets: (id: string) => Promise<Presets> = /* @__PURE__ */ once(async ({ id }) => {
  const presets = import.meta.glob<{ readonly presets: Presets }>('../each/*/presets.ts');
  return (await moduleOf(presets, id, 'presets')).presets;
});

/** What people read of the platform, likewise. */
export const loadGuide: (id: string) => Promise<Guide> = /* @__PURE__ */ once(async ({ id }) => {
  const guides = import.meta.glob<{ readonly guide: Guide }>('../each/*/guide.ts');
  return (await moduleOf(guides, id, 'guide')).guide;
});

/** The platform with all of its parts, likewise. */
export const loadWhole: (id: string) => Promise<WholePlatform> = /* @__PURE__ */ once(async ({ id }) => ({
  ...(await loadPlatform(id)),
  ...(await loadPresets(id)),
  ...(await loadGuide(id)),
}));
