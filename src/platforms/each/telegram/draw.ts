/** The message as Telegram's apps show it. */
import type { JsonObject } from '../../../coroot';
import { elementsAt, textAt } from '../../body/located-json';
import { type Piece, type Preview, type PreviewButton, safeHref } from '../../preview/preview';
import { compose } from './compose';
import { checkAddress } from './links';
import { parameter, parseMode, parseText } from './message';

/** Draws a body. */
export function draw(root: JsonObject, body: string): Preview {
  const raw = parameter(body, root, 'text')?.text ?? '';
  const parsed = parseText(raw, parseMode(parameter(body, root, 'parse_mode')?.text ?? ''));
  if (parsed === null) return nothing('Telegram refuses the text or its parse_mode, so no message appears.');
  if (!parsed.ok) return nothing(`Telegram refuses the message: can't parse entities: ${parsed.reason}.`);
  const blocks = compose(parsed.text, parsed.entities);
  if (blocks.length === 0) return nothing('Nothing is left of the text, and Telegram refuses an empty message.');
  const rows = buttonRows(root);
  return { kind: 'message', sender: 'Your bot', pieces: [{ kind: 'text', blocks }, ...rows] };
}

function nothing(reason: string): Preview {
  return { kind: 'nothing', reason };
}

/** The inline keyboard, a piece for each of its rows. */
function buttonRows(root: JsonObject): readonly Piece[] {
  return elementsAt(root, 'reply_markup', 'inline_keyboard').flatMap((row): readonly Piece[] => {
    const buttons = elementsAt(row).map((button): PreviewButton => {
      const checked = checkAddress(textAt(button, 'url') ?? '');
      return { label: textAt(button, 'text') ?? '', href: checked.ok ? safeHref(checked.url) : null, tone: 'default' };
    });
    return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
  });
}
