/**
 * Emoji written by name, as in `:fire:`: the ones that notifications use. Slack, Zulip and Rocket.Chat share these
 * names. https://github.com/iamcal/emoji-data
 */
import type { Inline } from '../preview/preview';

const emoji: Readonly<Record<string, string>> = {
  '+1': '👍',
  '-1': '👎',
  alarm_clock: '⏰',
  bangbang: '‼️',
  bar_chart: '📊',
  bell: '🔔',
  black_circle: '⚫',
  boom: '💥',
  bug: '🐛',
  bulb: '💡',
  chart_with_downwards_trend: '📉',
  chart_with_upwards_trend: '📈',
  check: '✔️',
  clock1: '🕐',
  construction: '🚧',
  cross_mark: '❌',
  eyes: '👀',
  exclamation: '❗',
  fire: '🔥',
  gear: '⚙️',
  grinning: '😀',
  green_circle: '🟢',
  hammer_and_wrench: '🛠️',
  heart: '❤️',
  heavy_check_mark: '✔️',
  hourglass: '⌛',
  hourglass_flowing_sand: '⏳',
  information_source: 'ℹ️',
  joy: '😂',
  large_blue_circle: '🔵',
  large_green_circle: '🟢',
  large_orange_circle: '🟠',
  large_purple_circle: '🟣',
  large_red_square: '🟥',
  large_yellow_circle: '🟡',
  link: '🔗',
  lock: '🔒',
  loudspeaker: '📢',
  mag: '🔍',
  memo: '📝',
  no_entry: '⛔',
  octagonal_sign: '🛑',
  ok: '🆗',
  ok_hand: '👌',
  package: '📦',
  pencil: '📝',
  question: '❓',
  red_circle: '🔴',
  rocket: '🚀',
  rotating_light: '🚨',
  siren: '🚨',
  skull: '💀',
  slightly_smiling_face: '🙂',
  smile: '😄',
  snail: '🐌',
  sos: '🆘',
  stop_sign: '🛑',
  stopwatch: '⏱️',
  tada: '🎉',
  thumbs_up: '👍',
  thumbsup: '👍',
  thumbsdown: '👎',
  traffic_light: '🚥',
  warning: '⚠️',
  wave: '👋',
  white_check_mark: '✅',
  white_circle: '⚪',
  wrench: '🔧',
  x: '❌',
  zap: '⚡',
};

/** The emoji of that name, without its colons, or null where the page does not know it. */
export function emojiNamed(name: string): string | null {
  return Object.hasOwn(emoji, name) ? (emoji[name] ?? null) : null;
}

const byName = /:([a-z0-9_+'-]{1,100}):(?::skin-tone-[2-6]:)?/g;

/** Text with its emoji by name; a name that the page does not know is shown as it stands. */
export function withEmoji(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(byName)) {
    const [whole, name = ''] = match;
    if (match.index > at) inlines.push({ kind: 'text', text: text.slice(at, match.index) });
    inlines.push({ kind: 'emoji', text: emojiNamed(name) ?? whole, name });
    at = match.index + whole.length;
  }
  if (at < text.length) inlines.push({ kind: 'text', text: text.slice(at) });
  return inlines;
}
