/** The robust templates for Webex, put together. */
import type { TemplatesFor } from '../../../catalogue/parts';
import { cut, plainMessage, put } from '../../../presets/plain-message';

/** The templates of each release. */
export const robust: TemplatesFor = plainMessage({
  around: ['{"text": "', '"}'],
  bytes: '7,439',
  helpers: [put, cut('name', 200), cut('line', 400), cut('value', 800), cut('text', 1200)],
  label: 'name',
  value: 'value',
  most: { incident: 5, deployment: 10, alert: 4 },
  who: '"@alice"',
});
