/** Actions that print an action, as charts have to write them: here they print it instead of carrying it out. */
import type { Finding } from '../finding';
import type { ScannedAction } from './actions';
import type { Validity } from './valid';

const braces = /^\s*(?:"(\{\{-?|-?\}\})"|`(\{\{-?|-?\}\})`)\s*$/;
const whole = /^\s*(?:`(\{\{[^`]*\}\})`|"(\{\{[^"\\]*\}\})")\s*$/;

/** Findings of escaped actions. */
export function escapedActions(text: string, actions: readonly ScannedAction[], valid: Validity): readonly Finding[] {
  const found: Finding[] = [];
  let open: (ScannedAction & { readonly brace: string }) | null = null;
  for (const action of actions) {
    if (action.insideTo - action.insideFrom > 300) continue;
    const content = text.slice(action.insideFrom, action.insideTo);
    if (!content.includes('{{') && !content.includes('}}')) continue;
    const all = whole.exec(content);
    const escaped = all?.[1] ?? all?.[2];
    if (escaped !== undefined) {
      const role = /^\{\{-?\s*else/.test(escaped) ? 'else' : 'other';
      if (valid.reads(escaped, role))
        found.push(findingOf(action.from, action.to, [[action.from, action.to, escaped]]));
      continue;
    }
    const one = braces.exec(content);
    const brace = one?.[1] ?? one?.[2];
    if (brace === undefined) continue;
    if (brace.startsWith('{')) open = { ...action, brace };
    else if (open !== null) {
      const inside = text.slice(open.to, action.from);
      const role = /^\s*else\b/.test(inside) ? 'else' : 'other';
      if (inside.length < 500 && valid.reads(open.brace + inside + brace, role)) {
        const edits = [
          [open.from, open.to, open.brace],
          [action.from, action.to, brace],
        ] as const;
        found.push(findingOf(open.from, action.to, edits));
      }
      open = null;
    }
  }
  return withBlocks(text, found);
}

const ofBlock = /\{\{-?\s*(?:if|range|with|block|define|else|end)\b/;

/** What opens and closes a block is carried out together, and so is what stands inside. */
function withBlocks(text: string, found: readonly Finding[]): readonly Finding[] {
  if (!found.some(({ from, to }) => ofBlock.test(text.slice(from, Math.min(to, from + 100)).slice(2)))) return found;
  const edits = found.flatMap(({ fixes: [fix] }) => fix?.edits ?? []);
  return found.map((finding) => ({ ...finding, fixes: [{ title: 'Take all the escaping away', edits }] }));
}

function findingOf(from: number, to: number, edits: readonly (readonly [number, number, string])[]): Finding {
  return {
    code: 'escaped-action',
    certainty: 'suspicious',
    severity: 'warning',
    from,
    to,
    message: 'This prints an action instead of carrying it out.',
    go: null,
    hint: '',
    fixes: [
      {
        title: 'Take the escaping away',
        edits: edits.map(([start, end, insert]) => ({ from: start, to: end, insert })),
      },
    ],
  };
}
