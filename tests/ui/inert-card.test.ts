import { expect, test } from 'vitest';
import { inertCard } from '../../src/ui/preview/inert-card';

const own = 'data:image/png;base64,iVBORw0KGgo=';
const spy = 'https://spy.example/?a=b';
const shown = expect.stringMatching(/^data:image\/svg\+xml;base64,/) as unknown as string;
const nothing = { type: 'Action.ToggleVisibility', targetElements: [] };

const rows: readonly { readonly name: string; readonly card: unknown; readonly want: unknown }[] = [
  {
    name: 'texts stay',
    card: { body: [{ type: 'TextBlock', text: spy }] },
    want: { body: [{ type: 'TextBlock', text: spy }] },
  },
  {
    name: 'pictures from elsewhere, wherever they stand',
    card: {
      body: [
        { type: 'Image', url: spy, altText: 'a' },
        { type: 'ImageSet', images: [{ url: spy }, { type: 'Action.OpenUrl', url: spy }] },
        { type: 'Unknown', fallback: { type: 'Image', url: '//spy.example/' } },
        { type: 'Media', poster: spy, sources: [{ mimeType: 'video/mp4', url: spy }], captionSources: [{ url: spy }] },
      ],
    },
    want: {
      body: [
        { type: 'Image', url: shown, altText: 'a' },
        { type: 'ImageSet', images: [{ url: shown }, { type: 'Action.OpenUrl', url: shown }] },
        { type: 'Unknown', fallback: { type: 'Image', url: shown } },
        { type: 'Media', poster: shown, sources: [], captionSources: [] },
      ],
    },
  },
  {
    name: 'a picture of its own',
    card: { body: [{ type: 'Image', url: own }] },
    want: { body: [{ type: 'Image', url: own }] },
  },
  {
    name: 'a picture that would get out of the style it is put into',
    card: { body: [{ type: 'Image', url: `${own}'), url('${spy}` }] },
    want: { body: [{ type: 'Image', url: shown }] },
  },
  { name: 'no picture', card: { body: [{ type: 'Image', url: '' }] }, want: { body: [{ type: 'Image', url: '' }] } },
  {
    name: 'backgrounds',
    card: { backgroundImage: spy, body: [{ type: 'Container', backgroundImage: { url: spy } }] },
    want: { body: [{ type: 'Container' }] },
  },
  {
    name: 'links open, with a picture of the page’s',
    card: { actions: [{ type: 'Action.OpenUrl', url: spy, iconUrl: spy }] },
    want: { actions: [{ type: 'Action.OpenUrl', url: spy, iconUrl: shown }] },
  },
  {
    name: 'links that could run something',
    card: { selectAction: { type: 'Action.OpenUrl', url: 'javascript:alert(1)' } },
    want: { selectAction: { type: 'Action.OpenUrl', url: '' } },
  },
  {
    name: 'what sends',
    card: {
      actions: [
        { type: 'Action.Submit', title: 'a', data: 'text' },
        { type: 'Action.Execute', title: 'b', data: {}, fallback: { type: 'Action.Submit', data: 1 } },
        {
          type: 'Action.ShowCard',
          card: { body: [{ type: 'Image', url: spy }], actions: [{ type: 'Action.Submit' }] },
        },
      ],
      body: [{ type: 'Input.Text', id: 'x', regex: '(', inlineAction: { type: 'Action.Submit', iconUrl: spy } }],
    },
    want: {
      actions: [
        { ...nothing, title: 'a' },
        { ...nothing, title: 'b', fallback: nothing },
        { type: 'Action.ShowCard', card: { body: [{ type: 'Image', url: shown }], actions: [nothing] } },
      ],
      body: [{ type: 'Input.Text', id: 'x', inlineAction: { ...nothing, iconUrl: shown } }],
    },
  },
  { name: 'no card', card: ['x'], want: {} },
];

test.each(rows)('$name', ({ card, want }) => {
  expect(inertCard(JSON.stringify(card))).toEqual(want);
});
