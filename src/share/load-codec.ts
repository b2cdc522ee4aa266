/** The codec of links, which is fetched when a link is opened or made: it has a dictionary and a compressor. */
import type { decode, encode } from './codec';

/** What makes links and reads them. */
export interface Codec {
  readonly decode: typeof decode;
  readonly encode: typeof encode;
}

/** Fetches the codec. Rejects where it cannot be fetched. */
export function loadCodec(): Promise<Codec> {
  return import('./codec');
}
