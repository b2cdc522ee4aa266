/** The sample bodies of a platform by the names of their files. */
import { readFileSync, readdirSync } from 'node:fs';
import { type BodyFile, parseBodyFile } from '../body-file';

/** Reads the files of `../bodies/<id>`, in the order of their names. */
function sampleBodies(id: string): readonly (readonly [name: string, file: BodyFile])[] {
  const folder = new URL(`../bodies/${id}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((name) => [name, parseBodyFile(readFileSync(new URL(name, folder), 'utf8'))]);
}

/** Bodies of which nothing is said but what the server answers, by what they are. */
const more = JSON.parse(readFileSync(new URL('more-bodies.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>;

/** Everything that is posted to the server of a platform: its sample bodies, and more. */
export function postedBodies(id: string): readonly (readonly [name: string, body: string])[] {
  return [...sampleBodies(id).map(([name, { body }]) => [name, body] as const), ...Object.entries(more[id] ?? {})];
}

/** What is recorded of a server: its version, and its answers to the sample bodies of its platform. */
export interface RecordedServer {
  readonly module: string;
  readonly version: string;
  readonly answers: Readonly<Record<string, { readonly status: number; readonly answer: string | null }>>;
}
