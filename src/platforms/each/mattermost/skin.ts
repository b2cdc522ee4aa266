import { type Skin, skinLike } from '../../preview/skin';

/** How Mattermost looks. */
export const skin: Skin = skinLike(
  { text: '#3f4350', quiet: '#62666f', link: '#1c58d9', code: '#f0f1f2', codeText: '#3f4350', accent: '#1c58d9' },
  {
    page: '#191b1f',
    message: '#191b1f',
    text: '#dddfe4',
    quiet: '#a2a6b0',
    link: '#5d89ea',
    code: '#26282d',
    codeText: '#dddfe4',
    accent: '#5d89ea',
  },
);
