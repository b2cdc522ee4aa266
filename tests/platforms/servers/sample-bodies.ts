/** The sample bodies of a platform by the names of their files. */
import { readFileSync, readdirSync } from 'node:fs';
import { type BodyFile, parseBodyFile } from '../body-file';

/** Reads the files of `../bodies/<id>`, in the order of their names. */
export function sampleBodies(id: string): readonly (readonly [name: string, file: BodyFile])[] {
  const folder = new URL(`../bodies/${id}/`, import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((name) => [name, parseBodyFile(readFileSync(new URL(name, folder), 'utf8'))]);
}

/** What is recorded of a server: its version, and its answers to the sample bodies of its platform. */
export interface RecordedServer {
  readonly module: string;
  readonly version: string;
  readonly answers: Readonly<Record<string, { readonly status: number; readonly answer: string | null }>>;
}
