/** A number that tells texts apart: FNV-1a over UTF-16 units. https://datatracker.ietf.org/doc/draft-eastlake-fnv/ */
export function checksum(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
