import { type Skin, skinLike } from '../../preview/skin';

/** How Microsoft Teams looks. */
export const skin: Skin = skinLike(
  { page: '#f5f5f5', message: '#ffffff', text: '#242424', link: '#4f52b2', card: '#ffffff', accent: '#5b5fc7' },
  { page: '#141414', message: '#292929', text: '#ffffff', link: '#9299f7', card: '#292929', accent: '#7f85f5' },
  { tag: '', fontSize: 14 },
);
