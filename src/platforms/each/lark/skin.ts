import { type Skin, skinLike } from '../../preview/skin';

/** How Lark / Feishu looks. */
export const skin: Skin = skinLike(
  { page: '#ffffff', message: '#f2f3f5', link: '#245bdb', card: '#ffffff', accent: '#1f55d6' },
  { page: '#1a1a1a', message: '#292929', link: '#75a4ff', card: '#232324', accent: '#6f9fff' },
  { layout: 'bubble', tag: 'BOT' },
);
