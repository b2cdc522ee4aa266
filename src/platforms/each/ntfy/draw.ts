/** A notification of ntfy's apps. https://docs.ntfy.sh/publish/ */
import type { JsonObject } from '../../../coroot';
import { elementsAt, textAt, valueAt } from '../../body/located-json';
import { bytes } from '../../body/measure';
import { type Piece, type Preview, type PreviewButton, plainBlock, safeHref } from '../../preview/preview';
import { messageLimit } from './rules';

/** Tags that become emoji, those that people use for alerts. https://docs.ntfy.sh/emojis/ */
const emoji: ReadonlyMap<string, string> = new Map([
  ['+1', '👍'],
  ['-1', '👎️'],
  ['white_check_mark', '✅'],
  ['heavy_check_mark', '✔️'],
  ['x', '❌'],
  ['warning', '⚠️'],
  ['rotating_light', '🚨'],
  ['triangular_flag_on_post', '🚩'],
  ['no_entry', '⛔'],
  ['no_entry_sign', '🚫'],
  ['skull', '💀'],
  ['fire', '🔥'],
  ['boom', '💥'],
  ['bug', '🐛'],
  ['tada', '🎉'],
  ['partying_face', '🥳'],
  ['rocket', '🚀'],
  ['hourglass_flowing_sand', '⏳'],
  ['loudspeaker', '📢'],
  ['computer', '💻'],
  ['red_circle', '🔴'],
  ['orange_circle', '🟠'],
  ['yellow_circle', '🟡'],
  ['green_circle', '🟢'],
]);

const priorities: readonly string[] = ['Default', 'Min', 'Low', 'Default', 'High', 'Max'];

/** How ntfy's apps would show a body. */
export function draw(root: JsonObject): Preview {
  const tags = elementsAt(root, 'tags').flatMap((node) =>
    node.kind === 'string' ? node.value.split(',').map((tag) => tag.trim()) : [],
  );
  const icons = tags.flatMap((tag) => emoji.get(tag) ?? []).join(' ');
  const title = textAt(root, 'title') ?? '';
  const message = (textAt(root, 'message') ?? '').trim();
  const shown = bytes(message) >= messageLimit ? 'You received a file: attachment.txt' : message || 'triggered';
  // The emoji stand before the title; without a title the apps put them before the message.
  const text = title === '' && icons !== '' ? `${icons} ${shown}` : shown;
  const buttons = elementsAt(root, 'actions').flatMap((node): readonly PreviewButton[] => {
    const label = textAt(node, 'label');
    return label === null ? [] : [{ label, href: safeHref(textAt(node, 'url') ?? ''), tone: 'default' }];
  });
  const pieces: Piece[] = [{ kind: 'text', blocks: [plainBlock(text)] }];
  if (buttons.length > 0) pieces.push({ kind: 'buttons', buttons });
  const level = valueAt(root, 'priority');
  return {
    kind: 'notification',
    title: title === '' ? (textAt(root, 'topic') ?? '') : icons === '' ? title : `${icons} ${title}`,
    pieces,
    priority: (level?.kind === 'number' ? priorities[Number(level.text)] : undefined) ?? 'Default',
    tags: tags.filter((tag) => tag !== '' && !emoji.has(tag)),
    click: safeHref(textAt(root, 'click') ?? ''),
  };
}
