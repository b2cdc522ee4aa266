/** JSON, for payloads and outputs: fetched once the editor stands. */
import { json } from '@codemirror/lang-json';
import type { LanguageSupport } from '@codemirror/language';

/** The language of payloads. */
export function payloadLanguage(): LanguageSupport {
  return json();
}
