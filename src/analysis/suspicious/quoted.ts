/** Fields in quotes, where a value is wanted: `eq ".Status" "OK"`. */
import type { StringNode, Type } from '../../go';
import type { Finding } from '../finding';
import type { Subject } from '../room';
import { typeAlong } from '../types/fields';
import type { Survey } from './survey';
import { suspicion } from './wording';

/** Functions that nobody calls with a text that is known beforehand, and how many operands are looked at. */
const asking: ReadonlyMap<string, number> = new Map([
  ['eq', Infinity],
  ['ne', Infinity],
  ['lt', Infinity],
  ['le', Infinity],
  ['gt', Infinity],
  ['ge', Infinity],
  ['json', 1],
  ['len', 1],
  ['index', 1],
  ['slice', 1],
]);

/** A field as people write it, with the braces, dollar sign or point that it has elsewhere. */
const written = /^\s*(?:\{\{-?\s*(\$?\.[A-Z][\w.]*)\s*-?\}\}|(\$?\.[A-Z][\w.]*)|\$\{?([A-Z][\w.]*)\}?)\s*$/;

/** Texts that are the name of a field of the data. */
export function quotedFields({ environment: { root } }: Subject, { calls }: Survey): readonly Finding[] {
  return calls.flatMap(({ name, args }) =>
    args.slice(0, asking.get(name) ?? 0).flatMap((arg): readonly Finding[] => {
      const field = arg.kind === 'string' ? fieldIn(arg, root) : null;
      if (field === null) return [];
      const message = `In quotes this is the text itself, not the field ${field}.`;
      const fixes = [{ title: `Write \`${field}\``, edits: [{ from: arg.from, to: arg.to, insert: field }] }];
      return [suspicion('quoted-field', [arg.from, arg.to], message, { fixes })];
    }),
  );
}

/** The field that a text names, as Go writes it; null for any other text. */
function fieldIn({ text }: StringNode, root: Type): string | null {
  const [, inBraces, plain, bare] = written.exec(text) ?? [];
  const field = inBraces ?? plain ?? (bare === undefined ? undefined : `.${bare}`);
  return field === undefined || typeAlong(root, field) === null ? null : field;
}
