/** The body is read as JSON once, whoever asks: the verdict over its JSON, the platform's rules and its preview. */
import { beforeEach, expect, test, vi } from 'vitest';
import { defaultVersion, samples } from '../../src/coroot';
import type { ParsedJson } from '../../src/go';
import { inspect } from '../../src/pipeline';
import { platforms } from '../platforms/all';

const { read } = vi.hoisted(() => ({ read: [] as string[] }));

vi.mock('../../src/go/json/scan', async (original) => {
  const scan = await original<{ readonly parseJson: (text: string) => ParsedJson }>();
  return {
    ...scan,
    parseJson: (text: string) => {
      read.push(text);
      return scan.parseJson(text);
    },
  };
});

beforeEach(() => {
  read.length = 0;
});

test.each(platforms)('on $name', (platform) => {
  for (const { kind, payload } of samples) {
    read.length = 0;
    const template = platform.robust.templatesFor(defaultVersion)[kind];
    const { rendered, drawing } = inspect(
      { kind, version: 'documented', customFields: [], template, payload },
      platform,
    );
    if (!rendered.ok) throw new Error(rendered.message);
    expect(drawing).not.toBeNull();
    expect(read.filter((text) => text === rendered.body)).toHaveLength(1);
    // The payload and the body, and nothing else; the payload once more, and marked, where somebody asks who wrote it.
    const others = read.filter((text) => text !== rendered.body && text !== payload);
    expect(others.length).toBeLessThanOrEqual(1);
    expect(read).toHaveLength(others.length === 0 ? 2 : 4);
  }
});
