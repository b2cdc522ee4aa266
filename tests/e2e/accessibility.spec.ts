import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

/** The views that are looked at, and how a person gets there. */
const views: readonly { readonly name: string; readonly go: (playground: PlaygroundPage) => Promise<void> }[] = [
  { name: 'the first view', go: () => Promise.resolve() },
  {
    name: 'the gallery',
    go: async ({ page, dialog }) => {
      await page.getByRole('button', { name: /^Preset:/ }).click();
      await expect(dialog).toBeVisible();
    },
  },
  {
    name: 'the share dialog',
    go: async ({ page, dialog }) => {
      await page.getByRole('button', { name: 'Share', exact: true }).click();
      await expect(dialog).toBeVisible();
    },
  },
  {
    name: 'the send form with every field',
    go: async (playground) => {
      const { page } = playground;
      await playground.tab('Test send');
      await page.getByRole('textbox', { name: 'Webhook URL' }).fill('not a URL');
      await page.getByText('Basic authentication and headers').click();
      await page.getByRole('textbox', { name: 'User' }).fill('somebody');
      await page.getByRole('button', { name: 'Add a header' }).click();
    },
  },
  {
    name: 'the preview with findings',
    go: async (playground) => {
      await playground.tab('Preview');
      await playground.sample('incident-odd-characters');
      await expect(playground.page.getByText('Telegram would refuse')).toBeVisible();
    },
  },
  {
    name: 'the grid',
    go: async (playground) => {
      await playground.tab('Checks');
      await expect(playground.result.getByRole('table')).toBeVisible();
    },
  },
  {
    name: 'an Adaptive Card',
    go: async (playground) => {
      await playground.tab('Preview');
      await playground.preset('Microsoft Teams', 'robust');
      await expect(playground.page.getByRole('group', { name: 'Microsoft Teams preview' })).toContainText('app1');
    },
  },
  {
    name: 'the platforms side by side',
    go: async ({ page, dialog }) => {
      await page.getByRole('tab', { name: /^Preview/ }).click();
      await page.getByRole('button', { name: 'Side by side' }).click();
      await expect(dialog.getByRole('region').first()).toBeVisible();
    },
  },
  {
    name: 'the dialog of kept payloads',
    go: async ({ page, dialog }) => {
      await page.getByRole('button', { name: 'Keep this payload' }).click();
      await expect(dialog).toBeVisible();
    },
  },
  { name: 'the fields a template can use', go: (playground) => playground.tab('Fields') },
  { name: 'the setup steps', go: (playground) => playground.tab('Set up') },
  {
    name: 'a template error',
    go: async (playground) => {
      await playground.fill(playground.template, '{{ .Nope }}');
      await expect(playground.error).toBeVisible();
    },
  },
  {
    name: 'a payload error',
    go: async (playground) => {
      await playground.fill(playground.payload, '{"status": }');
      await expect(playground.error).toBeVisible();
    },
  },
  {
    name: 'the command palette',
    go: async ({ page, dialog }) => {
      await page.keyboard.press('Control+K');
      await expect(dialog).toBeVisible();
    },
  },
  {
    name: 'the history',
    go: async (playground) => {
      await playground.sample('incident-critical');
      await playground.more('History');
      await expect(playground.dialog).toBeVisible();
    },
  },
  {
    name: 'the dialog about Coroot',
    go: async ({ page, dialog }) => {
      await page.getByRole('button', { name: /^Coroot / }).click();
      await dialog.getByRole('button', { name: 'Add a custom field' }).click();
    },
  },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, go } of views) {
    test(`no serious accessibility problem on ${name}, ${colorScheme}`, async ({ page }) => {
      // Colours in the middle of an animation are nobody's fault.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const playground = new PlaygroundPage(page);
      await playground.open();
      await go(playground);
      await page.evaluate(() => Promise.all(document.getAnimations().map(async (animation) => animation.finished)));
      const { violations, passes } = await new AxeBuilder({ page }).analyze();
      expect(passes.length).toBeGreaterThan(10);
      const bad = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(bad.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
    });
  }
}
