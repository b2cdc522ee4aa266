/**
 * What is recorded of the presets: the request that Coroot itself makes of every preset and sample, in `presets.txt`.
 * In full for the first sample of a kind, where a reader sees what goes over the wire; of the others the SHA-256,
 * because the full text of all platforms would be megabytes that nobody reads.
 */
import { createHash } from 'node:crypto';
import { type CorootVersion, notificationKinds, samplesFor } from '../../src/coroot';
import { newestVersion } from '../../src/coroot/versions';
import { encodeUtf8 } from '../../src/go';
import { platforms, presetsOf } from '../platforms/all';
import { formatBlock, formatHead, parseBlocks } from './case-file';
import type { Answer, Request } from './subject';

/** One preset with one sample. */
export interface PresetCase {
  readonly name: string;
  readonly preset: string;
  readonly sample: string;
  readonly full: boolean;
  readonly request: Request;
}

/**
 * Every preset with every sample of its kind, as the version has it; with the platform's headers where Coroot sends
 * them.
 */
export function presetCases(version: CorootVersion): readonly PresetCase[] {
  return platforms.flatMap((platform) =>
    presetsOf(platform).flatMap(({ id, templatesFor }) =>
      notificationKinds.flatMap((kind) =>
        samplesFor(kind, version).map(({ id: sample, payload }, i): PresetCase => {
          const common = {
            mode: 'coroot',
            kind,
            version: version.id,
            template: templatesFor(version)[kind],
            payload,
          } as const;
          const { headers } = platform;
          const request: Request = version === newestVersion ? { ...common, webhook: { headers } } : common;
          return { name: `${id} ${kind} ${sample}`, preset: id, sample, full: i === 0, request };
        }),
      ),
    ),
  );
}

/** What is kept of an answer: the sections of the preset's block. */
export function presetSections({ full }: PresetCase, answer: Answer): readonly (readonly [string, string])[] {
  if (answer.error !== null) return [['error', answer.error]];
  const text = `${formatHead(answer.headers ?? [])}\n\n${answer.body ?? ''}`;
  if (full) return [['request', text]];
  return [['sha256', createHash('sha256').update(encodeUtf8(text)).digest('hex')]];
}

const comment = `What Coroot itself sends of every preset and sample: head without the request line and Host, an empty line, body.
Written by \`npm run conformance:record\` from src/platforms; see presets.ts.

`;

/** Writes the file of what was kept. */
export function formatPresets(kept: readonly (readonly [PresetCase, Answer])[]): string {
  return comment + kept.map(([preset, answer]) => formatBlock(preset.name, presetSections(preset, answer))).join('');
}

/** Reads the file: sections by the preset's name. */
export function parsePresets(text: string): ReadonlyMap<string, readonly (readonly [string, string])[]> {
  const { blocks } = parseBlocks(text, ['request', 'sha256', 'error']);
  return new Map(blocks.map(({ name, sections }) => [name, [...sections]]));
}
