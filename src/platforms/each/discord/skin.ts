import { type Skin, skinLike } from '../../preview/skin';

/** How Discord looks. */
export const skin: Skin = skinLike(
  {
    text: '#313338',
    quiet: '#5c5e66',
    link: '#0062d1',
    card: '#f2f3f5',
    border: '#e1e2e4',
    code: '#f2f3f5',
    codeText: '#313338',
    mention: '#e6e8fd',
    mentionText: '#4752c4',
    accent: '#c4c9ce',
  },
  {
    page: '#313338',
    message: '#313338',
    text: '#dbdee1',
    quiet: '#a3a6aa',
    link: '#00a8fc',
    card: '#2b2d31',
    border: '#232428',
    code: '#2b2d31',
    codeText: '#dbdee1',
    mention: '#414675',
    mentionText: '#c9cdfb',
    accent: '#4e5058',
  },
  { tag: 'APP', fontSize: 16 },
);
