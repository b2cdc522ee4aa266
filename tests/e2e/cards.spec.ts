import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { PlaygroundPage } from './page';

const spy = 'https://spy.example/?{{ .Status }}';

/** A card that tries everything by which Microsoft's renderer fetches something. */
const prying = {
  type: 'AdaptiveCard',
  version: '1.5',
  backgroundImage: spy,
  body: [
    { type: 'TextBlock', text: 'drawn' },
    { type: 'Image', url: spy, altText: 'a graph' },
    { type: 'Image', url: "data:image/png;base64,AAAA'), url('https://spy.example/" },
    { type: 'ImageSet', images: [{ type: 'Image', url: spy }, { url: spy }] },
    { type: 'Container', backgroundImage: { url: spy }, items: [{ type: 'TextBlock', text: 'inside' }] },
    { type: 'Media', poster: spy, sources: [{ mimeType: 'video/mp4', url: spy }] },
    { type: 'Media', sources: [{ mimeType: 'video/mp4', url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' }] },
    { type: 'Media', sources: [{ mimeType: 'video/mp4', url: 'https://vimeo.com/76979871' }] },
    { type: 'NoSuchElement', fallback: { type: 'Image', url: spy } },
    {
      type: 'Input.Text',
      id: 'reply',
      inlineAction: { type: 'Action.Submit', title: 'Reply', iconUrl: spy },
    },
  ],
  actions: [
    { type: 'Action.ShowCard', title: 'More', card: { type: 'AdaptiveCard', body: [{ type: 'Image', url: spy }] } },
    { type: 'Action.OpenUrl', title: 'Open', url: 'https://coroot.example/', iconUrl: spy },
  ],
};

/** A card whose actions have what the renderer throws over: text as data beside an input, a pattern that is none. */
const failing = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'drawn' },
    { type: 'Input.Text', id: 'reply', value: 'x', regex: '(', isRequired: true, label: 'Answer', errorMessage: 'no' },
    { type: 'Input.Toggle', id: 'toggle', title: 'Toggle', value: 'true' },
    {
      type: 'Container',
      selectAction: { type: 'Action.Submit', data: 'text' },
      items: [{ type: 'TextBlock', text: 'whole container' }],
    },
  ],
  actions: [
    { type: 'Action.Submit', title: 'Submit', data: 'text' },
    { type: 'Action.Execute', title: 'Execute', verb: 'x', data: 'text' },
    { type: 'Action.ToggleVisibility', title: 'Hide', targetElements: ['toggle'] },
    {
      type: 'Action.ShowCard',
      title: 'Show',
      card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'more' }] },
    },
    ...['4', '5', '6', '7', '8'].map((n) => ({ type: 'Action.Submit', title: `Submit ${n}`, data: 'text' })),
    { type: 'Action.Submit', title: 'Second', data: 'text', mode: 'secondary' },
  ],
};

/** Opens the preview of a Teams message with this card. */
async function draw(page: Page, card: unknown): Promise<Locator> {
  const playground = new PlaygroundPage(page);
  await playground.open();
  await playground.preset('Microsoft Teams', 'robust');
  const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  await playground.fill(playground.template, JSON.stringify({ type: 'message', attachments: [content] }));
  await playground.tab('Preview');
  const surface = page.getByRole('group', { name: 'Microsoft Teams preview' });
  await expect(surface).toContainText('drawn');
  return surface;
}

for (const bypassCSP of [false, true]) {
  test.describe(`a card, ${bypassCSP ? 'without' : 'with'} the page’s policy`, () => {
    test.use({ bypassCSP });

    test('fetches nothing, because its addresses could carry the payload away', async ({ page }) => {
      const foreign: string[] = [];
      page.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (protocol !== 'data:' && protocol !== 'blob:' && hostname !== '127.0.0.1') foreign.push(request.url());
      });
      const surface = await draw(page, prying);
      await expect(surface.getByRole('img', { name: 'a graph' })).toBeVisible();
      await expect(surface).toContainText('inside');
      await surface.getByRole('button', { name: 'More' }).click();
      // What is fetched late is fetched by now: the films' posters are put in after the card was drawn.
      await page.waitForLoadState('networkidle');
      expect(foreign).toEqual([]);
      for (const source of await surface.locator('[src]').evaluateAll((all) => all.map((e) => e.getAttribute('src')))) {
        expect(source).toMatch(/^data:image\//);
      }
    });

    test('has buttons that harm nothing', async ({ page, context }) => {
      const surface = await draw(page, failing);
      const opened: string[] = [];
      context.on('page', (popup) => opened.push(popup.url()));
      await surface.getByRole('textbox').fill('y');
      for (const name of ['Submit', 'Execute', 'Submit 4']) {
        await surface.getByRole('button', { name, exact: true }).click();
      }
      await surface.getByText('whole container').click();
      await expect(surface.getByText('no', { exact: true })).toBeHidden();
      await surface.getByRole('button', { name: 'Hide' }).click();
      await expect(surface.getByText('Toggle')).toBeHidden();
      await surface.getByRole('button', { name: 'Show', exact: true }).click();
      await expect(surface).toContainText('more');
      expect(opened).toEqual([]);
      // The page is alive.
      await page.getByRole('tab', { name: 'Dark' }).click();
      await expect(surface).toHaveAttribute('data-theme', 'dark');
      await expect(surface).toContainText('drawn');
    });
  });
}

test('a link of a card opens', async ({ page, context }) => {
  const surface = await draw(page, prying);
  const popup = context.waitForEvent('page');
  await surface.getByRole('link', { name: 'Open' }).click();
  await popup;
});
