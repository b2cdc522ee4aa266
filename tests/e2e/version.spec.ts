import { readFileSync } from 'node:fs';
import { parseCases } from '../conformance/case-file';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

// What Go says of a field that the version lacks; see tests/conformance.
const { cases } = parseCases(readFileSync(new URL('../conformance/cases/coroot-lacking.txt', import.meta.url), 'utf8'));

function recorded(name: string) {
  const found = cases.find((c) => c.name === name);
  if (found?.request.mode !== 'coroot' || found.request.template === undefined) throw new Error(`no case ${name}`);
  const { request, answer } = found;
  return { template: request.template ?? '', payload: request.payload, error: answer.error, body: answer.body ?? '' };
}

test('the version decides which fields there are, in the words of Go', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  const { template, payload, error } = recorded('1.18 incident .RCASummary');
  await playground.fill(playground.payload, payload);
  await playground.version('1.19.2');
  await playground.fill(playground.template, template);
  await expect(playground.output).toHaveText('text');
  await expect(playground.error).toBeHidden();

  await playground.version('1.18');
  await expect(playground.error.locator('pre')).toHaveText(error ?? '', { useInnerText: true });

  const map = recorded('1.19.1 incident .RCASummary');
  await playground.version('1.19.1');
  await expect(playground.error).toBeHidden();
  await expect(playground.output).toHaveText(map.body);

  const cluster = recorded('1.0 incident .Application.ClusterId');
  await playground.version('1.0');
  await playground.fill(playground.template, cluster.template);
  await expect(playground.error.locator('pre')).toHaveText(cluster.error ?? '', { useInnerText: true });
});

test('a preset follows the version until it is edited', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.preset('Discord', 'robust');
  await playground.sample('incident-root-cause');
  await expect(playground.error).toBeHidden();
  const newest = await playground.text(playground.template);
  expect(newest).toContain('.RCASummary');

  await playground.version('1.18');
  await expect(playground.notice('Adapted the templates and the samples to Coroot 1.18')).toBeVisible();
  await expect(playground.error).toBeHidden();
  expect(await playground.text(playground.template)).not.toContain('.RCASummary');
  await playground.notice('Adapted').getByRole('button', { name: 'Undo' }).click();
  expect(await playground.text(playground.template)).toBe(newest);

  await playground.fill(playground.template, `${newest} `);
  await playground.version('1.18');
  await expect(playground.error).toContainText("can't evaluate field RCASummary");
});

test('what is code in the summary of a version looks like code', async ({ page }) => {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await page.getByRole('button', { name: /^Coroot / }).click();
  await expect(playground.dialog.getByRole('group').locator('code')).toHaveText([
    'range',
    '.Status',
    '<no value>',
    '.status',
    'else with',
  ]);
  await expect(playground.dialog.getByText('`')).toBeHidden();
});
