/**
 * Draws Adaptive Cards as Microsoft Teams does:
 * https://learn.microsoft.com/en-us/adaptive-cards/sdk/rendering-cards/javascript/render-a-card
 */
import { inertCard } from './inert-card';

/** Teams' colours, as far as its cards use them. */
const colors = {
  light: {
    default: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#c4314b',
    emphasis: '#f0f0f0',
    line: '#e0e0e0',
  },
  dark: {
    default: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#f9526b',
    emphasis: '#333333',
    line: '#484848',
  },
} as const;

/** https://learn.microsoft.com/en-us/adaptive-cards/sdk/rendering-cards/javascript/host-config */
function hostConfig(theme: 'light' | 'dark'): Record<string, unknown> {
  const c = colors[theme];
  const color = (name: keyof typeof c): Record<string, string> => ({
    default: c[name],
    subtle: name === 'default' ? c.subtle : c[name],
  });
  const foregroundColors = {
    default: color('default'),
    dark: color('default'),
    light: color('default'),
    accent: color('accent'),
    good: color('good'),
    warning: color('warning'),
    attention: color('attention'),
  };
  const style = (backgroundColor: string): unknown => ({ backgroundColor, foregroundColors });
  // The renderer reads eight digits as #AARRGGBB.
  const tint = (name: 'good' | 'warning' | 'attention' | 'accent'): unknown => style(`#22${c[name].slice(1)}`);
  return {
    fontFamily: "'Segoe UI', system-ui, sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    containerStyles: {
      default: style('transparent'),
      emphasis: style(c.emphasis),
      good: tint('good'),
      warning: tint('warning'),
      attention: tint('attention'),
      accent: tint('accent'),
    },
    separator: { lineThickness: 1, lineColor: c.line },
    actions: { actionAlignment: 'left', buttonSpacing: 8, maxActions: 6, spacing: 'default' },
    supportsInteractivity: true,
  };
}

/**
 * The card as an element. Rejects with an Error when the card is none. Its links open, its parts show and hide each
 * other; beyond that nothing in it does anything, and nothing is fetched.
 */
export async function drawCard(json: string, theme: 'light' | 'dark'): Promise<HTMLElement> {
  const { AdaptiveCard, HostConfig } = await import('adaptivecards');
  // The Markdown is resolved already: texts are shown as they are, and no HTML is made.
  AdaptiveCard.onProcessMarkdown = () => undefined;
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig(hostConfig(theme));
  card.onExecuteAction = (action) => {
    const { url } = action as { readonly url?: unknown };
    if (typeof url === 'string' && /^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
  };
  card.parse(inertCard(json));
  const element = card.render();
  if (element === undefined) throw new Error('the renderer made nothing of it');
  return element;
}
