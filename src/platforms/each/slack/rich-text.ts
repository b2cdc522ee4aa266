/**
 * Slack's rich_text blocks, which carry text without markup.
 * https://docs.slack.dev/reference/block-kit/blocks/rich-text-block
 */
import type { JsonNode } from '../../../coroot';
import { emojiNamed } from '../../markup/emoji-names';
import { elementsAt, textAt, valueAt } from '../../body/located-json';
import { type Block, type Inline, inlineText, plain, safeHref } from '../../preview/preview';

const styles = ['bold', 'italic', 'strike', 'underline'] as const;

function styled(element: JsonNode, inlines: readonly Inline[]): readonly Inline[] {
  const on = (name: string): boolean => {
    const value = valueAt(element, 'style', name);
    return value?.kind === 'boolean' && value.value;
  };
  const start: readonly Inline[] = on('code') ? [{ kind: 'code', text: inlineText(inlines) }] : inlines;
  return styles.reduce<readonly Inline[]>(
    (children, kind) => (on(kind) && children.length > 0 ? [{ kind, children }] : children),
    start,
  );
}

function mention(text: string, loud = false): readonly Inline[] {
  return [{ kind: 'mention', text, loud }];
}

function inlinesOf(element: JsonNode): readonly Inline[] {
  const string = (key: string): string => textAt(element, key) ?? '';
  switch (textAt(element, 'type')) {
    case 'text':
      return styled(element, plain(string('text')));
    case 'link': {
      const url = string('url');
      const children = plain(string('text') === '' ? url : string('text'));
      return styled(element, [{ kind: 'link', href: safeHref(url), children }]);
    }
    case 'emoji': {
      const name = string('name');
      return [{ kind: 'emoji', text: emojiNamed(name) ?? `:${name}:`, name }];
    }
    case 'user':
      return mention(`@${string('user_id')}`);
    case 'usergroup':
      return mention(`@${string('usergroup_id')}`, true);
    case 'team':
      return mention(`@${string('team_id')}`);
    case 'channel':
      return mention(`#${string('channel_id')}`);
    case 'broadcast':
      return mention(`@${string('range')}`, true);
    case 'date':
      return plain(string('fallback') === '' ? string('format') : string('fallback'));
    case 'color':
      return plain(string('value'));
    default:
      return [];
  }
}

function sectionInlines(section: JsonNode): readonly Inline[] {
  return elementsAt(section, 'elements').flatMap(inlinesOf);
}

function partOf(part: JsonNode): readonly Block[] {
  const paragraph: Block = { kind: 'paragraph', children: sectionInlines(part) };
  switch (textAt(part, 'type')) {
    case 'rich_text_section':
      return [paragraph];
    case 'rich_text_quote':
      return [{ kind: 'quote', collapsed: false, children: [paragraph] }];
    case 'rich_text_preformatted':
      return [{ kind: 'code', language: '', text: inlineText(paragraph.children) }];
    case 'rich_text_list': {
      const offset = valueAt(part, 'offset');
      const items = elementsAt(part, 'elements').map((item): readonly Block[] => [
        { kind: 'paragraph', children: sectionInlines(item) },
      ]);
      const start = offset?.kind === 'number' ? Number(offset.text) + 1 : 1;
      return [{ kind: 'list', ordered: textAt(part, 'style') === 'ordered', start, items }];
    }
    default:
      return [];
  }
}

/** The blocks of a rich_text block. */
export function richText(block: JsonNode): readonly Block[] {
  return elementsAt(block, 'elements').flatMap(partOf);
}
