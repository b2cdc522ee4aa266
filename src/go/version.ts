/**
 * The releases of Go whose templates, fmt and encoding/json differ, and what differs: https://go.dev/doc/devel/release
 * A feature is a row here; the place that behaves otherwise asks `since` with its name and nothing else.
 */

/** A release of Go that Coroot was built with, and the newest one. */
export type GoVersion = '1.21' | '1.23' | '1.25' | '1.26';

/** Every version, the oldest first. */
export const goVersions: readonly GoVersion[] = ['1.21', '1.23', '1.25', '1.26'];

/** What the recordings without a version of their own were made with. */
export const newestGo: GoVersion = '1.26';

/** A row: what is new, the first of `goVersions` that has it, and the folder or file that asks. */
type Row = readonly [what: string, since: GoVersion, where: string];

/** Found by asking each Go all recorded cases, and random ones: `npm run conformance:record`, `npm run fuzz`. */
const rows = [
  ['else with', '1.23', 'parse'],
  ['\\b and \\f in JSON', '1.23', 'json'],
  ['no width after a panic', '1.23', 'fmt'],
  ['unusable results are named', '1.23', 'messages'],
  ['call names what it calls', '1.23', 'function'],
  ['range over an integer', '1.25', 'range'],
  ['range over a function', '1.25', 'range'],
  ['types of what cannot be compared', '1.25', 'compare'],
  ['lines within comments', '1.25', 'lex'],
  ['most nested parentheses', '1.25', 'pipeline'],
  ['call of a piped function', '1.25', 'eval'],
  ['unhashable keys of empty maps', '1.25', 'map'],
  ['omitzero', '1.25', 'json'],
  ['slice of a pointer', '1.26', 'indexing'],
] as const satisfies readonly Row[];

/** The name of what came with a release. */
export type Change = (typeof rows)[number][0];

const firsts: ReadonlyMap<Change, GoVersion> = new Map(rows.map(([what, first]) => [what, first]));

/** The first Go, of those that Coroot was built with and the newest, that has a change. */
export function firstWith(change: Change): GoVersion {
  return firsts.get(change) ?? newestGo;
}

const changesOf: ReadonlyMap<GoVersion, ReadonlySet<Change>> = new Map(
  goVersions.map((go, age) => [
    go,
    new Set(rows.flatMap(([what, first]) => (goVersions.indexOf(first) <= age ? [what] : []))),
  ]),
);

/** Whether a Go has what came with a change. To be asked once for a text, a call or a loop, not for its steps. */
export function since(go: GoVersion, change: Change): boolean {
  return changesOf.get(go)?.has(change) === true;
}
