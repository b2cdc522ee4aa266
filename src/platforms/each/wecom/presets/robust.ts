/** The robust templates for WeCom, put together. */
import put from './robust/put.tmpl?raw';
import type { TemplatesFor } from '../../../catalogue/parts';
import { cut, plainMessage } from '../../../presets/plain-message';

/** The templates of each release. */
export const robust: TemplatesFor = plainMessage({
  around: ['{"msgtype": "text", "text": {"content": "', '"}}'],
  bytes: '2,048',
  also: '\n      and keeps WeCom from reading <@ as a mention',
  helpers: [put, cut('label', 60), cut('name', 120), cut('line', 160), cut('text', 280)],
  label: 'label',
  value: 'line',
  most: { incident: 3, deployment: 6, alert: 3 },
  who: '"<@alice>"',
});
