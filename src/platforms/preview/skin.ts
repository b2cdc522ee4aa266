/**
 * How a platform's window looks: about the colours of its own client, in its light and its dark theme, where need be
 * darker or lighter until every text can be read (a test measures it).
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

/** The look of a platform that has none of its own. */
export const plainSkin: Skin = {
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

/** A look that differs from the plain one only in what is given. */
export function skinLike(
  light: Partial<Palette>,
  dark: Partial<Palette>,
  rest: Partial<Omit<Skin, 'light' | 'dark'>> = {},
): Skin {
  return {
    ...plainSkin,
    ...rest,
    light: { ...plainSkin.light, ...light },
    dark: { ...plainSkin.dark, ...dark },
  };
}
