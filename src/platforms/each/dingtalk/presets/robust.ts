/** The robust templates for DingTalk, put together. */
import type { TemplatesFor } from '../../../catalogue/parts';
import { cut, plainMessage, put } from '../../../presets/plain-message';

/** The templates of each release. */
export const robust: TemplatesFor = plainMessage({
  around: ['{"msgtype": "text", "text": {"content": "', '"}}'],
  bytes: '20,000',
  helpers: [put, cut('name', 400), cut('line', 800), cut('text', 3200)],
  label: 'name',
  value: 'line',
  most: { incident: 6, deployment: 10, alert: 8 },
  who: '"@alice"',
});
