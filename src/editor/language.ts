/** The language of templates as a CodeMirror extension. */
import { indentService, Language, LanguageSupport } from '@codemirror/language';
import { templateData } from './nodes';
import { blockStructure } from './structure';
import { TemplateParser } from './tree';
import { templateTyping } from './typing';

const goTemplate = new Language(templateData, new TemplateParser(), [], 'go-template');

/**
 * Go templates: colours, folding, matching and comments from the engine's own lexer. A new line keeps the indentation
 * of the one before, because in a template white space is output.
 */
export function templateLanguage(): LanguageSupport {
  return new LanguageSupport(goTemplate, [blockStructure, templateTyping, indentService.of(() => null)]);
}
