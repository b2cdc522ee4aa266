import { type Skin, skinLike } from '../../preview/skin';

/** How DingTalk looks. */
export const skin: Skin = skinLike(
  { page: '#f4f6f9', message: '#ffffff', link: '#0b62d6', accent: '#0b62d6' },
  { page: '#17191c', message: '#24272b', link: '#5ba3ff', accent: '#3b8cff' },
  { layout: 'bubble', tag: '' },
);
