/** Branches that are never taken, and conditions that always come out the same. */
import { type Node, type PipeNode, type StringNode, nodeString } from '../../go';
import type { Finding, Fix } from '../finding';
import type { Subject } from '../room';
import type { Comparison } from '../types/annotated';
import type { Branch, Call, Survey } from './survey';
import { short, suspicion } from './wording';

/** Every branch that an earlier one, or the condition itself, keeps from ever being taken. */
export function deadBranches(subject: Subject, survey: Survey): readonly Finding[] {
  const found = new Map<Node, Finding>();
  for (const finding of [...ruledOut(subject), ...repeated(subject, survey)])
    found.set(finding.branch, finding.finding);
  return [...found.values(), ...constantConditions(survey), ...comparedWithItself(subject, survey)];
}

interface DeadBranch {
  readonly branch: Node;
  readonly finding: Finding;
}

const why = 'An earlier branch takes everything that would come here: this one is never taken.';

/** Conditions that stand earlier in the same chain of else. */
function repeated({ text }: Subject, { branches }: Survey): readonly DeadBranch[] {
  const dead: DeadBranch[] = [];
  const inChain = new Set<Node>();
  for (const first of branches) {
    if (first.kind === 'range' || inChain.has(first) || nextOf(first) === null) continue;
    const failed = new Set<string>();
    for (let branch: Branch | null = first; branch !== null; branch = nextOf(branch)) {
      inChain.add(branch);
      const { pipe } = branch;
      const needed = partsOf(text, pipe, 'and');
      const again = needed.find((part) => failed.has(part.text));
      if (again !== undefined) {
        const { node } = again;
        const place = [node.from, node.to] as const;
        const message = `This branch is never taken: ${short(again.text)} was asked before it.`;
        dead.push({ branch, finding: suspicion('branch-never-taken', place, message, { hint: why }) });
      }
      for (const part of partsOf(text, pipe, 'or')) failed.add(part.text);
    }
  }
  return dead;
}

/** The branch that an else leads to at once, with nothing but text before it. */
function nextOf({ elseList }: Branch): Branch | null {
  for (const node of elseList?.nodes ?? []) {
    if (node.kind === 'text' || node.kind === 'comment') continue;
    return node.kind === 'if' || node.kind === 'with' ? node : null;
  }
  return null;
}

interface Part {
  readonly text: string;
  readonly node: Node;
}

/** How deep `and` and `or` are looked into. */
const deepest = 20;

/** A condition and, where it is an `and` or an `or`, the operands of that. */
function partsOf(text: string, pipe: PipeNode, joint: 'and' | 'or', depth = 0): readonly Part[] {
  const [command] = pipe.cmds;
  if (command === undefined || pipe.cmds.length > 1) return [{ text: textOf(text, pipe), node: pipe }];
  const [first, ...rest] = command.args;
  const self = { text: textOf(text, pipe), node: command };
  if (first?.kind !== 'identifier' || first.ident !== joint || depth > deepest) {
    if (first?.kind === 'pipe' && rest.length === 0) return partsOf(text, first, joint, depth + 1);
    return [self];
  }
  const parts = rest.flatMap((node): readonly Part[] =>
    node.kind === 'pipe' ? partsOf(text, node, joint, depth + 1) : [{ text: text.slice(node.from, node.to), node }],
  );
  return [self, ...parts];
}

/** A pipeline as it is written, without what it declares. */
function textOf(text: string, pipe: PipeNode): string {
  const { from, to } = spanOf(pipe);
  return text.slice(from, to);
}

/** Comparisons with texts that guards around the place leave no room for. */
function ruledOut(subject: Subject): readonly DeadBranch[] {
  const byBranch = new Map<Node, Map<StringNode, Comparison[]>>();
  for (const comparison of subject.annotated.comparisons) {
    const { branch, literal } = comparison;
    if (branch === null || comparison.negated) continue;
    const literals = byBranch.get(branch) ?? new Map<StringNode, Comparison[]>();
    byBranch.set(branch, literals);
    literals.set(literal, [...(literals.get(literal) ?? []), comparison]);
  }
  const dead: DeadBranch[] = [];
  for (const [branch, literals] of byBranch) {
    const all = [...literals];
    const [literal] = all[0] ?? [];
    if (literal === undefined || !isPlain(branch, all.length)) continue;
    if (!all.every(([, ways]) => ways.every((way) => isRuledOut(way, subject)))) continue;
    const [last = literal] = all.at(-1) ?? [];
    const message = `This branch is never taken: at this place it is not ${all.map(([{ text }]) => `“${text}”`).join(' or ')} any more.`;
    const finding = suspicion('branch-never-taken', [literal.from, last.to], message, { hint: why });
    dead.push({ branch, finding });
  }
  return dead;
}

/** Whether a text is kept away by what guards say, not because it is never there at all. */
function isRuledOut({ literal: { text }, value }: Comparison, { environment }: Subject): boolean {
  const { texts, not, field } = value;
  if (not.has(text)) return true;
  // A variable that holds a constant is somebody's switch.
  if (texts === null || texts.includes(text) || field === null) return false;
  return environment.textsOf(field.struct.toString(), field.name)?.sent.includes(text) ?? true;
}

/** Whether a condition is a comparison of one value with nothing but these texts. */
function isPlain(branch: Node, texts: number): boolean {
  if (branch.kind !== 'if') return false;
  let { pipe } = branch;
  for (let depth = 0; depth < deepest; depth++) {
    const [first, ...args] = pipe.cmds.at(-1)?.args ?? [];
    if (first?.kind !== 'pipe' || args.length > 0) return args.length + (pipe.cmds.length > 1 ? 1 : 0) === texts + 1;
    pipe = first;
  }
  return false;
}

/** What a constant condition says, or null: `{{ if "x" }}`, `{{ if or .URL "x" }}`. */
function constantTruth(node: Node, depth = 0): boolean | null {
  if (depth > deepest) return null;
  switch (node.kind) {
    case 'bool':
      return node.value;
    case 'string':
      return node.text !== '';
    case 'number':
      return node.int === null ? null : node.int !== 0n;
    case 'pipe': {
      const [command] = node.cmds;
      if (node.cmds.length !== 1 || command === undefined) return null;
      const [first, ...args] = command.args;
      if (first === undefined) return null;
      if (first.kind !== 'identifier') return args.length === 0 ? constantTruth(first, depth + 1) : null;
      // A function without parentheses among arguments: what it was to be called with is none of them.
      if (args.some(({ kind }) => kind === 'identifier')) return null;
      const truths = (): readonly (boolean | null)[] => args.map((arg) => constantTruth(arg, depth + 1));
      switch (first.ident) {
        case 'not':
          return args.length === 1 ? negated(truths()[0] ?? null) : null;
        case 'or':
          return truths().includes(true) ? true : truths().every((t) => t === false) && args.length > 0 ? false : null;
        case 'and':
          return truths().includes(false) ? false : truths().every((t) => t === true) && args.length > 0 ? true : null;
        default:
          return null;
      }
    }
    default:
      return null;
  }
}

function negated(truth: boolean | null): boolean | null {
  return truth === null ? null : !truth;
}

function constantConditions({ branches }: Survey): readonly Finding[] {
  return branches.flatMap((branch): readonly Finding[] => {
    // The value of a with is wanted, whatever its truth: `{{ with or .RCASummary "none" }}`.
    if (branch.kind !== 'if' || branch.pipe.decl.length > 0) return [];
    const truth = constantTruth(branch.pipe);
    if (truth === null) return textsOfAnd(branch.pipe);
    const { from, to } = spanOf(branch.pipe);
    const message = truth ? 'This condition is always true.' : 'This condition is never true.';
    const fix = truth ? textsOfOr(branch.pipe) : null;
    const hint = truth
      ? 'A text that is not empty counts as true. To compare a value with several texts write `eq .Field "one" "other"`.'
      : '';
    return [
      suspicion('constant-condition', [from, to], message, {
        severity: isWord(branch.pipe) ? 'info' : 'warning',
        hint: isWord(branch.pipe) ? '' : hint,
        fixes: fix === null ? [] : [fix],
      }),
    ];
  });
}

/**
 * `and .Status "OK" .RCASummary`: a text among the operands says nothing, and was to be compared with the one before.
 */
function textsOfAnd(pipe: PipeNode): readonly Finding[] {
  const [command] = pipe.cmds;
  const [name, ...operands] = command?.args ?? [];
  if (pipe.cmds.length !== 1 || name?.kind !== 'identifier' || name.ident !== 'and') return [];
  if (operands.some(({ kind }) => kind === 'identifier')) return [];
  return operands.flatMap((text, i): readonly Finding[] => {
    const before = operands[i - 1];
    if (text.kind !== 'string' || text.text === '' || before === undefined || !isValue(before)) return [];
    const isAll = operands.length === 2;
    const edits = isAll
      ? [{ from: name.from, to: name.to, insert: 'eq' }]
      : [
          { from: before.from, to: before.from, insert: '(eq ' },
          { from: text.to, to: text.to, insert: ')' },
        ];
    return [
      suspicion('constant-condition', [text.from, text.to], `“${text.text}” is always true as a condition.`, {
        hint: 'A text that is not empty counts as true. Compare with it: `eq .Field "text"`.',
        fixes: [{ title: 'Compare with it', edits }],
      }),
    ];
  });
}

function spanOf(pipe: PipeNode): { readonly from: number; readonly to: number } {
  const [first] = pipe.cmds;
  const last = pipe.cmds.at(-1);
  return first === undefined || last === undefined ? pipe : { from: first.from, to: last.to };
}

/** Whether somebody wrote `{{ if true }}` or a number, which is meant as it is. */
function isWord(pipe: PipeNode): boolean {
  const [node] = pipe.cmds[0]?.args ?? [];
  return node?.kind === 'bool' || node?.kind === 'number';
}

/** `or (eq .Status "OK") "WARNING"` as one comparison. */
function textsOfOr(pipe: PipeNode): Fix | null {
  const [, first, ...rest] = pipe.cmds[0]?.args ?? [];
  if (first?.kind !== 'pipe' || first.cmds.length !== 1 || rest.length === 0) return null;
  const [command] = first.cmds;
  const [name, , ...texts] = command?.args ?? [];
  if (command === undefined || name?.kind !== 'identifier' || name.ident !== 'eq') return null;
  if (![...texts, ...rest].every((node) => node.kind === 'string')) return null;
  const { from, to } = spanOf(pipe);
  // What stands between the parenthesis and the rest goes, and so does the word before it.
  const inside = { from, to: command.from, insert: '' };
  const closing = { from: command.to, to: first.to, insert: '' };
  return to < first.to ? null : { title: 'Compare with all of them', edits: [inside, closing] };
}

/** The comparisons whose operands can be told to be the same, and what they then say. */
const ofEqual: ReadonlyMap<string, boolean> = new Map([
  ['eq', true],
  ['le', true],
  ['ge', true],
  ['ne', false],
  ['lt', false],
  ['gt', false],
]);

function comparedWithItself({ annotated: { known } }: Subject, { calls }: Survey): readonly Finding[] {
  return calls.flatMap((call): readonly Finding[] => {
    const truth = ofEqual.get(call.name);
    const [a, b] = call.args;
    if (truth === undefined || a === undefined || b === undefined || !isValue(a) || call.args.length !== 2) return [];
    if (call.piped !== null) return [];
    const ids = [known.get(a)?.id ?? null, known.get(b)?.id ?? null];
    const same = isValue(b) && ids[0] !== null && ids[0] === ids[1];
    if (!same && (a.kind !== b.kind || nodeString(a) !== nodeString(b))) return [];
    const message = `${nodeString(a)} is compared with itself: that is ${truth ? 'always' : 'never'} true.`;
    return [suspicion('compared-with-itself', placeOf(call), message)];
  });
}

function placeOf({ command }: Call): readonly [number, number] {
  return [command.from, command.to];
}

function isValue({ kind }: Node): boolean {
  return kind === 'field' || kind === 'variable' || kind === 'dot' || kind === 'chain';
}
