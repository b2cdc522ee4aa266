/** Suggestions while one types, and brackets that close themselves: fetched once the editor stands. */
import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { type Extension, Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { templateCompletion } from './complete';
import { templateData } from './nodes';

/** The extension. */
export const support: Extension = [
  closeBrackets(),
  autocompletion({
    icons: false,
    optionClass: ({ type }) => `cm-option-${type ?? 'text'}`,
    activateOnTypingDelay: 50,
    maxRenderedOptions: 60,
  }),
  // Ahead of the Tab of snippets, which leads to their next field.
  Prec.highest(keymap.of([{ key: 'Tab', run: acceptCompletion }])),
  keymap.of([...closeBracketsKeymap]),
  templateData.of({ autocomplete: templateCompletion }),
];

/** Its keys. */
export const keys = completionKeymap;
