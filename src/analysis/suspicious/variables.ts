/** Variables that are never read, and declarations that were meant to be assignments. */
import type { Edit, Finding, Fix } from '../finding';
import type { Subject } from '../room';
import type { Survey, Variable } from './survey';
import { suspicion } from './wording';

/** What is wrong with the variables of a template that was read whole. */
export function variableFindings({ text }: Subject, { variables, complete }: Survey): readonly Finding[] {
  if (!complete) return [];
  const findings: Finding[] = [];
  const meantAssignments = variables.filter(isMeantAssignment);
  const excused = new Set<Variable>();
  const pairs = new Map<Variable['pipe'], Variable[]>();
  for (const variable of variables) {
    const pair = pairs.get(variable.pipe);
    if (pair === undefined) pairs.set(variable.pipe, [variable]);
    else pair.push(variable);
  }
  for (const variable of meantAssignments) {
    excused.add(variable);
    if (variable.hides !== null) excused.add(variable.hides);
    findings.push(meantAssignment(variable, text));
  }
  for (const variable of variables) {
    if (variable.reads.length > 0 || excused.has(variable) || variable.name.startsWith('$_')) continue;
    const finding = unused(variable, pairs.get(variable.pipe) ?? [], text);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

/**
 * Whether a variable of a block hides an outer one that is read after the block, or in the next round of a range around
 * it, while nobody reads it itself, or it goes on from what the outer one had.
 */
function isMeantAssignment({ hides, owner, ranges, reads, scopeTo, pipe }: Variable): boolean {
  if (hides === null || owner.kind !== 'action' || hides.scopeTo <= scopeTo) return false;
  const loop = ranges.find(({ from }) => from > hides.node.from);
  const later = firstFrom(hides.reads, scopeTo) < hides.reads.length;
  const inPipe = firstFrom(hides.reads, pipe.from);
  const afterPipe = firstFrom(hides.reads, pipe.to);
  const inLoop = loop === undefined ? inPipe : firstFrom(hides.reads, loop.from);
  const readLater = later || inLoop < inPipe || (loop !== undefined && afterPipe < hides.reads.length);
  return readLater && (reads.length === 0 || inPipe < afterPipe);
}

/** The index of the first place at or behind another; places are in the order of the text. */
function firstFrom(places: readonly number[], from: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

function meantAssignment({ name, node, pipe }: Variable, text: string): Finding {
  const end = pipe.cmds[0]?.from ?? pipe.to;
  const at = text.indexOf(':=', node.to);
  // Go takes `$x=` for a name with a character in it that no name has.
  const insert = at === node.to ? ' =' : '=';
  const fixes: Fix[] =
    at < 0 || at >= end
      ? []
      : [{ title: `Set the outer \`${name}\` with \`=\``, edits: [{ from: at, to: at + 2, insert }] }];
  const message = `This makes a second ${name}, which ends with the block; the ${name} that is read later keeps its value.`;
  const hint = `\`:=\` declares; write \`${name} = …\` to give the outer \`${name}\` another value.`;
  const to = at < 0 || at >= end ? node.to : at + 2;
  return suspicion('shadowed-variable', [node.from, to], message, { hint, fixes });
}

function unused(variable: Variable, pair: readonly Variable[], text: string): Finding | null {
  const { name, node, pipe, owner, assigned } = variable;
  if (pipe.decl.length > 1) {
    // The index cannot be had without the element: where one of them is read, both are wanted.
    if (pair.some(({ reads }) => reads.length > 0) || pair[0] !== variable) return null;
    const last = pair.at(-1)?.node ?? node;
    const message = `${pair.map((other) => other.name).join(' and ')} are never used.`;
    return suspicion('unused-variable', [node.from, last.to], message, {
      severity: 'info',
      fixes: [{ title: 'Remove them', edits: [declarationOf(variable)] }],
    });
  }
  const message = assigned > 0 ? `${name} is given values and never read.` : `${name} is never used.`;
  const removed = owner.kind === 'action' ? withoutAction(owner.from, owner.to, text) : declarationOf(variable);
  return suspicion('unused-variable', [node.from, node.to], message, {
    severity: 'info',
    fixes: assigned > 0 || removed === null ? [] : [{ title: `Remove \`${name}\``, edits: [removed] }],
  });
}

/** What is written before the value of a block: `$i, $r := `. */
function declarationOf({ pipe, node }: Variable): Edit {
  return { from: pipe.decl[0]?.from ?? node.from, to: pipe.cmds[0]?.from ?? node.to, insert: '' };
}

/** An action that writes nothing, taken out; where it trims white space that would come back, so null. */
function withoutAction(from: number, to: number, text: string): Edit | null {
  const trims = text.startsWith('{{-', from) || text.slice(from, to).endsWith('-}}');
  return trims ? null : { from, to, insert: '' };
}
