import { type Skin, skinLike } from '../../preview/skin';

/** How Telegram looks. */
export const skin: Skin = skinLike(
  { page: '#c9dba8', message: '#ffffff', link: '#1f6ba5', card: '#eef5fc', accent: '#1b6fc0', codeText: '#3a6d99' },
  {
    page: '#0f1a14',
    message: '#212121',
    text: '#ffffff',
    link: '#a697f0',
    accent: '#a697f0',
    card: '#2b2b31',
    codeText: '#b4a8f2',
  },
  { layout: 'bubble', tag: '' },
);
