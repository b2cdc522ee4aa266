/** What texts of growing size cost the platforms: what they say of a body, and how they show it. */
import { Body } from '../../src/coroot';
import { Received } from '../../src/platforms';
import { type Platform, platforms } from '../platforms/all';

for (const { loadParser } of platforms) await loadParser?.();

/** A place of a body that markup is read in. */
interface MarkupPlace {
  readonly platform: string;
  readonly name: string;
  readonly body: (text: string) => string;
}

const place = (platform: string, name: string, make: (text: string) => unknown): MarkupPlace => ({
  platform,
  name,
  body: (text) => JSON.stringify(make(text)),
});

/** One place for each reader of markup. */
const places: readonly MarkupPlace[] = [
  place('discord', 'content', (content) => ({ content })),
  place('discord', 'title', (title) => ({ embeds: [{ title }] })),
  place('slack', 'text', (text) => ({ text })),
  place('slack', 'markdown', (text) => ({ blocks: [{ type: 'markdown', text }] })),
  place('mattermost', 'text', (text) => ({ text })),
  place('rocket-chat', 'text', (text) => ({ text })),
  place('zulip', 'text', (text) => ({ text })),
  place('google-chat', 'text', (text) => ({ text })),
  place('google-chat', 'card', (text) => ({
    cardsV2: [{ cardId: 'a', card: { sections: [{ widgets: [{ textParagraph: { text } }] }] } }],
  })),
  place('dingtalk', 'markdown', (text) => ({ msgtype: 'markdown', markdown: { title: 'a', text } })),
  place('wecom', 'markdown', (content) => ({ msgtype: 'markdown', markdown: { content } })),
  place('webex', 'markdown', (markdown) => ({ markdown })),
  place('telegram', 'HTML', (text) => ({ chat_id: 1, parse_mode: 'HTML', text })),
  place('telegram', 'Markdown', (text) => ({ chat_id: 1, parse_mode: 'Markdown', text })),
  place('telegram', 'MarkdownV2', (text) => ({ chat_id: 1, parse_mode: 'MarkdownV2', text })),
  place('matrix-hookshot', 'html', (html) => ({ text: 'a', html })),
  {
    // As Go's json writes it.
    ...place('matrix-hookshot', 'escaped html', (html) => ({ text: 'a', html })),
    body: (html) =>
      JSON.stringify({ text: 'a', html }).replace(/[<>&]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
  },
  place('pushover', 'html', (message) => ({ token: 'a', user: 'a', html: 1, message })),
  place('ntfy', 'markdown', (message) => ({ topic: 'a', markdown: true, message })),
];

/** What was found to make some reader go through a text again and again, and the like of it. */
const units: readonly string[] = [
  ...['`', '*', '_', '~', '[', '<', '(', '!', '&', '\\', '|', '#', ':', '@', '\n', ' ', '> ', '- ', '- (', '1. a\n'],
  ...['_a*', 'a]*', 'a(_', 'a)~', 'a~_', 'a`*', '`*', 'a!', '[\\', 'www.a.b(', 'http://a', 'a@', '<a ', '</b>', '<b>'],
  ...['<!--', '![a](', '[a](', '**a ', '||a', '~~a', '\n--', '=\n1\n>', '|a|\n', 'a|b\n-|-\n', '```', '@here ', ':a'],
];

const sizes = [24_000, 48_000, 96_000] as const;

/** Milliseconds of processor time. */
function cost({ reading }: Platform, body: string): number {
  const before = process.cpuUsage();
  const received = new Received(reading, new Body(body));
  received.verdict();
  received.drawing();
  return process.cpuUsage(before).user / 1000;
}

/** Measures each place with each unit repeated, prints what is dear; gives how many grow faster than the text. */
export function previewsGrowth(part: string): number {
  let tooFast = 0;
  for (const { platform: id, name, body } of places) {
    const label = `preview, ${id}, ${name}`;
    const platform = platforms.find((p) => p.id === id);
    if (platform === undefined) throw new Error(`there is no platform ${id}`);
    if (!label.includes(part)) continue;
    // Compiled code first.
    for (let i = 0; i < 20; i++) cost(platform, body(units.join(' a ')));
    let dearest = { unit: '', row: [0, 0, 0] };
    for (const unit of units) {
      const row = sizes.map((n) => cost(platform, body(unit.repeat(Math.ceil(n / unit.length)))));
      const [first = 0, , last = 0] = row;
      if (last > (dearest.row[2] ?? 0)) dearest = { unit, row };
      // The page draws a preview at a key: beside the growth it is the time itself that counts.
      if (last < 100 || last < 10 * first) continue;
      tooFast++;
      console.log(`${label}: ${JSON.stringify(unit)} ${row.map((ms) => ms.toFixed(0)).join(' / ')} !`);
    }
    const shown = dearest.row.map((ms) => ms.toFixed(0)).join(' / ');
    console.log(`${label.padEnd(40)} dearest ${JSON.stringify(dearest.unit)} ${shown}`);
  }
  return tooFast;
}
