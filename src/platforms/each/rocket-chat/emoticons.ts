/**
 * The emoji that stand for emoticons, as `:)`, by the names that Rocket.Chat's parser gives them.
 * https://github.com/RocketChat/Rocket.Chat/blob/develop/packages/message-parser/src/grammar.pegjs, seen on 2026-11-30.
 */
const emoticons: Readonly<Record<string, string>> = {
  angry: '😠',
  broken_heart: '💔',
  confused: '😕',
  cry: '😢',
  disappointed: '😞',
  dizzy_face: '😵',
  expressionless: '😑',
  fearful: '😨',
  flushed: '😳',
  innocent: '😇',
  kissing_heart: '😘',
  laughing: '😆',
  no_mouth: '😶',
  open_mouth: '😮',
  persevere: '😣',
  person_gesturing_ok: '🙆',
  slight_smile: '🙂',
  smiley: '😃',
  stuck_out_tongue: '😛',
  stuck_out_tongue_winking_eye: '😜',
  sunglasses: '😎',
  sweat: '😓',
  sweat_smile: '😅',
  wink: '😉',
};

/** The emoji of that name, or null where no emoticon stands for one of it. */
export function emoticonNamed(name: string): string | null {
  return Object.hasOwn(emoticons, name) ? (emoticons[name] ?? null) : null;
}
