import { type Skin, skinLike } from '../../preview/skin';

/** How Google Chat looks. */
export const skin: Skin = skinLike(
  { text: '#1f1f1f', link: '#0b57d0', card: '#ffffff', border: '#c4c7c5', accent: '#c4c7c5', codeText: '#1f1f1f' },
  {
    page: '#131314',
    message: '#131314',
    text: '#e3e3e3',
    link: '#a8c7fa',
    card: '#1e1f20',
    border: '#444746',
    accent: '#444746',
    codeText: '#e3e3e3',
  },
  { tag: 'App' },
);
