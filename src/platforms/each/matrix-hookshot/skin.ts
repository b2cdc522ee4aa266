import { type Skin, skinLike } from '../../preview/skin';

/** How Matrix (hookshot) looks. */
export const skin: Skin = skinLike(
  { text: '#1b1d22', link: '#0b7f67', codeText: '#1b1d22', accent: '#0dbd8b' },
  { page: '#101317', message: '#101317', link: '#4fd1ac', codeText: '#e3e5e8', accent: '#0dbd8b' },
  { tag: '' },
);
