/**
 * A fault of the JSON has one place and one wording: in the preview, under Body, under Checks and on the command line.
 */
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli.js';
import { defaultVersion, hostileSamples, notificationKinds, samplesFor } from '../../src/coroot';
import { platforms } from '../platforms/all';
import type { Project } from '../../src/share';
import { inputOf } from '../../src/app/input';
import { fareOf } from '../../src/pipeline/fare';
import { opened } from './asking';

async function onCommandLine(kind: string, template: string, payload: string, platform: string): Promise<string> {
  const err: string[] = [];
  const files: Readonly<Record<string, string>> = { t: template, p: payload };
  const args = ['--kind', kind, '--template', 't', '--payload', 'p', '--platform', platform];
  await main(args, {
    read: (path) => Promise.resolve(Buffer.from(files[path] ?? '')),
    // eslint-disable-next-line @typescript-eslint/require-await
    stream: async function* () {
      throw new Error('render reads whole files');
    },
    stdout: () => Promise.resolve(true),
    stderr: (text) => err.push(text),
  });
  return err.join('');
}

let faults = 0;

const documented = platforms.filter((platform) => platform.documented !== null);

describe.each(documented)('$name', (platform) => {
  test.each(notificationKinds)('%s', async (kind) => {
    const templates = platform.documented ?? { incident: '', deployment: '', alert: '' };
    for (const sample of samplesFor(kind, defaultVersion, hostileSamples)) {
      const payloads = { incident: '{}', deployment: '{}', alert: '{}', [kind]: sample.payload };
      const { id: version } = defaultVersion;
      const project: Project = { kind, version, preset: null, customFields: [], templates, payloads };
      const work = await opened(project, platform.id);
      const { verdict, json, outcome } = work.stages;
      const cell = fareOf(inputOf(project, kind, sample.payload), platform);
      expect(cell.outcome).toBe(outcome);
      const finding = verdict?.findings.find(({ code }) => code === 'not-json');
      const lines = await onCommandLine(kind, templates[kind], sample.payload, platform.id);
      for (const { severity, message } of verdict?.findings ?? []) {
        expect(lines).toContain(`${severity}: ${message.replaceAll('\n', ' ')}`);
      }
      if (finding === undefined) continue;
      faults++;
      const summary = work.summary('body');
      const fault = json?.ok === false ? json : null;
      expect(finding).toMatchObject({ from: fault?.error.from, to: fault?.error.to });
      expect(summary?.at).toEqual({ from: finding.from, to: finding.to });
      expect(`${summary?.text ?? ''}. ${summary?.facts[0] ?? ''}`).toBe(finding.message);
      expect(cell.reason).toBe(finding.message);
      const place = `${String(fault?.error.line)}:${String(fault?.error.column)}`;
      expect(finding.message).toContain(`at ${place}: `);
      expect(lines).toContain(`<body>:${place}: error: ${finding.message}`);
    }
  });
});

test('there were faults to compare', () => {
  expect(faults).toBeGreaterThan(10);
});
