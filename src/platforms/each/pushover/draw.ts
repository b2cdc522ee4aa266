/** A notification of Pushover's apps. https://pushover.net/api */
import type { JsonObject } from '../../../coroot';
import { htmlInlines, parseHtml } from '../../markup/html';
import { textAt, valueAt } from '../../body/located-json';
import { type Block, type Piece, type Preview, plain, plainBlock, safeHref } from '../../preview/preview';
import { isSet } from './rules';

/** https://pushover.net/api#priority */
const priorities: ReadonlyMap<string, string> = new Map([
  ['-2', 'Lowest: no notification'],
  ['-1', 'Low: quiet'],
  ['0', 'Normal'],
  ['1', 'High: bypasses quiet hours'],
  ['2', 'Emergency: repeated until acknowledged'],
]);

/** How Pushover's apps would show a body. */
export function draw(root: JsonObject): Preview {
  const message = textAt(root, 'message') ?? '';
  if (message === '') return { kind: 'nothing', reason: 'There is no “message”, so there is no notification.' };
  const priority = valueAt(root, 'priority');
  const level = priority?.kind === 'number' ? priority.text : priority?.kind === 'string' ? priority.value : '0';
  const url = textAt(root, 'url') ?? '';
  const pieces: Piece[] = [
    { kind: 'text', blocks: [messageBlock(message, isSet(root, 'html'), isSet(root, 'monospace'))] },
  ];
  if (url !== '') {
    const title = textAt(root, 'url_title') ?? '';
    const children = [{ kind: 'text' as const, text: title === '' ? url : title }];
    pieces.push({
      kind: 'text',
      blocks: [{ kind: 'paragraph', children: [{ kind: 'link', href: safeHref(url), children }] }],
    });
  }
  return {
    kind: 'notification',
    title: textAt(root, 'title') ?? 'Your application’s name',
    pieces,
    priority: priorities.get(level) ?? level,
    tags: [],
    click: null,
  };
}

function messageBlock(message: string, html: boolean, monospace: boolean): Block {
  if (html) return { kind: 'paragraph', children: htmlInlines(parseHtml(message).nodes, plain) };
  return monospace ? { kind: 'code', language: '', text: message } : plainBlock(message);
}
