/** Asks the pipeline's questions where they block nobody. */
export { Client } from './client';
export type { Ask, Lacking, Reply } from './reply';
