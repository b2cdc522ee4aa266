import { type Skin, skinLike } from '../../preview/skin';

/** How WeCom looks. */
export const skin: Skin = skinLike(
  { page: '#f2f3f5', message: '#ffffff', link: '#2f6bd8', accent: '#2f6bd8' },
  { page: '#16181b', message: '#25282c', link: '#6d9cf0', accent: '#6f9df0' },
  { layout: 'bubble', tag: '' },
);
