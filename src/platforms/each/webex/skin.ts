import { type Skin, skinLike } from '../../preview/skin';

/** How Webex looks. */
export const skin: Skin = skinLike(
  { link: '#1170cf' },
  { page: '#111111', message: '#111111', link: '#64b4fa' },
  { tag: '' },
);
