/** What the page says of itself to browsers, and to those who show a link to it: colours, icons, a picture. */
import type { HtmlTagDescriptor, Plugin } from 'vite';

const title = 'Coroot template playground';
const description =
  'Write and try Coroot webhook notification templates in the browser, with previews for the chat platforms.';

/** The picture for links, in `public/`, made by `npm run pictures`; most readers want these proportions. */
export const linkPicture = { file: 'link-preview.png', width: 1200, height: 630 } as const;

/** The color of what browsers draw around the page, by theme: `--surface` of `src/app.css`, as the header has it. */
const themeColors = { light: '#ffffff', dark: '#151b23' } as const;

/**
 * The tags for the head of a page at this address, with a slash at its end, or '' where the build does not know it.
 * Readers of links want the whole address of a picture (https://ogp.me); without one they get what there is.
 */
export function linkTags(address: string): readonly HtmlTagDescriptor[] {
  const picture = `${address === '' ? './' : address}${linkPicture.file}`;
  const open: readonly (readonly [string, string])[] = [
    ['og:type', 'website'],
    ['og:site_name', title],
    ['og:title', title],
    ['og:description', description],
    ...(address === '' ? [] : ([['og:url', address]] as const)),
    ['og:image', picture],
    ['og:image:width', linkPicture.width.toString()],
    ['og:image:height', linkPicture.height.toString()],
    ['og:image:alt', 'A template on the left, and the message as the chat platform shows it on the right'],
  ];
  const head = (tag: string, attrs: Readonly<Record<string, string>>): HtmlTagDescriptor => ({
    tag,
    attrs: { ...attrs },
    injectTo: 'head',
  });
  return [
    ...(address === '' ? [] : [head('link', { rel: 'canonical', href: address })]),
    head('link', { rel: 'manifest', href: './manifest.webmanifest' }),
    head('link', { rel: 'apple-touch-icon', href: './icons/apple-touch-icon.png' }),
    ...Object.entries(themeColors).map(([theme, content]) =>
      head('meta', { name: 'theme-color', media: `(prefers-color-scheme: ${theme})`, content }),
    ),
    ...open.map(([property, content]) => head('meta', { property, content })),
    head('meta', { name: 'twitter:card', content: 'summary_large_image' }),
  ];
}

/**
 * Writes the tags into the built page. The environment variable `SITE_URL` says where it will be: an http address.
 * Throws when it is none.
 */
export function linkTagsPlugin(): Plugin {
  return {
    name: 'link-tags',
    apply: (_, { command, mode }) => command === 'build' && mode !== 'single',
    transformIndexHtml: () => [...linkTags(siteAddress(process.env['SITE_URL'] ?? ''))],
  };
}

/** An address with one slash at its end; '' stays. Throws for what is no http address. */
export function siteAddress(text: string): string {
  if (text === '') return '';
  if (!/^https?:\/\//.test(text)) throw new Error(`SITE_URL is no http address: ${text}`);
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/\/*$/, '/')}`;
}
