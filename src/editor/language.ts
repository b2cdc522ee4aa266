/** The languages of the editor as CodeMirror extensions. */
import { json } from '@codemirror/lang-json';
import { indentService, Language, LanguageSupport } from '@codemirror/language';
import { templateCompletion } from './complete';
import { templateData } from './nodes';
import { blockStructure } from './structure';
import { TemplateParser } from './tree';
import { templateTyping } from './typing';

const goTemplate = new Language(templateData, new TemplateParser(), [], 'go-template');

/**
 * Go templates: colours, folding, matching and comments from the engine's own lexer, completion of what the facets
 * `templateFields` and `templateFunctions` tell. A new line keeps the indentation of the one before,
 * because in a template white space is output.
 */
export function templateLanguage(): LanguageSupport {
  return new LanguageSupport(goTemplate, [
    blockStructure,
    templateTyping,
    indentService.of(() => null),
    templateData.of({ autocomplete: templateCompletion }),
  ]);
}

/** JSON, for payloads. */
export function payloadLanguage(): LanguageSupport {
  return json();
}
