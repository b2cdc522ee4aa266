import { type Skin, skinLike } from '../../preview/skin';

/** How Slack looks. */
export const skin: Skin = skinLike(
  {
    text: '#1d1c1d',
    quiet: '#616061',
    card: '#ffffff',
    code: '#f8f8f8',
    codeText: '#c01343',
    mention: '#fbf3d2',
    mentionText: '#1264a3',
    accent: '#dddddd',
  },
  {
    page: '#1a1d21',
    text: '#d1d2d3',
    quiet: '#ababad',
    link: '#1d9bd1',
    card: '#1a1d21',
    code: '#232529',
    codeText: '#e8912d',
    mention: '#3c3520',
    mentionText: '#5cb8e6',
    accent: '#4a4d51',
  },
  { avatar: 'square', tag: 'APP' },
);
