import { type Skin, skinLike } from '../../preview/skin';

/** How Rocket.Chat looks. */
export const skin: Skin = skinLike(
  { text: '#2f343d', link: '#095ad2', accent: '#cbced1' },
  { page: '#1f2329', message: '#1f2329', link: '#739ef7', accent: '#45484c' },
  { avatar: 'square', tag: 'Bot' },
);
