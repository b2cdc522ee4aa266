/**
 * How each platform's window looks: about the colours of its own client, in its light and its dark theme, where need be darker or
 * lighter until every text can be read (a test measures it).
 */

/** The colours of one theme. */
export interface Palette {
  /** Behind the messages. */
  readonly page: string;
  /** Behind one message; the page's own colour where messages have no bubbles. */
  readonly message: string;
  readonly text: string;
  readonly quiet: string;
  readonly link: string;
  readonly border: string;
  /** Behind embeds, attachments and cards. */
  readonly card: string;
  readonly code: string;
  readonly codeText: string;
  readonly mention: string;
  readonly mentionText: string;
  /** The bar of a card that names no colour, of a quote, and the buttons. */
  readonly accent: string;
}

/** A platform's look. */
export interface Skin {
  readonly light: Palette;
  readonly dark: Palette;
  /** Messages stand in bubbles, or in rows beside a picture. */
  readonly layout: 'bubble' | 'row';
  readonly avatar: 'round' | 'square';
  /** What stands beside the name of a bot, or ''. */
  readonly tag: string;
  /** In CSS pixels. */
  readonly fontSize: number;
}

const plain: Skin = {
  light: {
    page: '#ffffff',
    message: '#ffffff',
    text: '#1d2430',
    quiet: '#626b78',
    link: '#1264a3',
    border: '#dde1e6',
    card: '#f8f9fa',
    code: '#f2f3f5',
    codeText: '#b3261e',
    mention: '#fff3cd',
    mentionText: '#7a4d00',
    accent: '#5b6573',
  },
  dark: {
    page: '#1a1d21',
    message: '#1a1d21',
    text: '#e3e5e8',
    quiet: '#a0a6ae',
    link: '#6cb6ff',
    border: '#3b4048',
    card: '#22262b',
    code: '#2a2e34',
    codeText: '#f2a8a2',
    mention: '#4a3b12',
    mentionText: '#ffd877',
    accent: '#8b949e',
  },
  layout: 'row',
  avatar: 'round',
  tag: 'BOT',
  fontSize: 15,
};

function like(light: Partial<Palette>, dark: Partial<Palette>, rest: Partial<Omit<Skin, 'light' | 'dark'>> = {}): Skin {
  return { ...plain, ...rest, light: { ...plain.light, ...light }, dark: { ...plain.dark, ...dark } };
}

const skins: Readonly<Record<string, Skin>> = {
  telegram: like(
    { page: '#c9dba8', message: '#ffffff', link: '#1f6ba5', card: '#eef5fc', accent: '#1b6fc0', codeText: '#3a6d99' },
    {
      page: '#0f1a14',
      message: '#212121',
      text: '#ffffff',
      link: '#a697f0',
      accent: '#a697f0',
      card: '#2b2b31',
      codeText: '#b4a8f2',
    },
    { layout: 'bubble', tag: '' },
  ),
  discord: like(
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
  ),
  slack: like(
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
  ),
  mattermost: like(
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
  ),
  'google-chat': like(
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
  ),
  'rocket-chat': like(
    { text: '#2f343d', link: '#095ad2', accent: '#cbced1' },
    { page: '#1f2329', message: '#1f2329', link: '#739ef7', accent: '#45484c' },
    { avatar: 'square', tag: 'Bot' },
  ),
  zulip: like(
    { page: '#f0f0f0', message: '#ffffff', text: '#262626', link: '#0070ab', codeText: '#333333', accent: '#b3b3b3' },
    { page: '#242424', message: '#2b2b2b', link: '#5fb0e5', codeText: '#dddddd', accent: '#666666' },
    { avatar: 'square', tag: '' },
  ),
  'matrix-hookshot': like(
    { text: '#1b1d22', link: '#0b7f67', codeText: '#1b1d22', accent: '#0dbd8b' },
    { page: '#101317', message: '#101317', link: '#4fd1ac', codeText: '#e3e5e8', accent: '#0dbd8b' },
    { tag: '' },
  ),
  teams: like(
    { page: '#f5f5f5', message: '#ffffff', text: '#242424', link: '#4f52b2', card: '#ffffff', accent: '#5b5fc7' },
    { page: '#141414', message: '#292929', text: '#ffffff', link: '#9299f7', card: '#292929', accent: '#7f85f5' },
    { tag: '', fontSize: 14 },
  ),
  webex: like({ link: '#1170cf' }, { page: '#111111', message: '#111111', link: '#64b4fa' }, { tag: '' }),
  lark: like(
    { page: '#ffffff', message: '#f2f3f5', link: '#245bdb', card: '#ffffff', accent: '#1f55d6' },
    { page: '#1a1a1a', message: '#292929', link: '#75a4ff', card: '#232324', accent: '#6f9fff' },
    { layout: 'bubble', tag: 'BOT' },
  ),
  dingtalk: like(
    { page: '#f4f6f9', message: '#ffffff', link: '#0b62d6', accent: '#0b62d6' },
    { page: '#17191c', message: '#24272b', link: '#5ba3ff', accent: '#3b8cff' },
    { layout: 'bubble', tag: '' },
  ),
  wecom: like(
    { page: '#f2f3f5', message: '#ffffff', link: '#2f6bd8', accent: '#2f6bd8' },
    { page: '#16181b', message: '#25282c', link: '#6d9cf0', accent: '#6f9df0' },
    { layout: 'bubble', tag: '' },
  ),
};

/** A platform's look; one that has none of its own gets a plain one. */
export function skinOf(platform: string): Skin {
  return skins[platform] ?? plain;
}
