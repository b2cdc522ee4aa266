import { type Skin, skinLike } from '../../preview/skin';

/** How Zulip looks. */
export const skin: Skin = skinLike(
  { page: '#f0f0f0', message: '#ffffff', text: '#262626', link: '#0070ab', codeText: '#333333', accent: '#b3b3b3' },
  { page: '#242424', message: '#2b2b2b', link: '#5fb0e5', codeText: '#dddddd', accent: '#666666' },
  { avatar: 'square', tag: '' },
);
