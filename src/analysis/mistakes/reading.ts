/**
 * Reads an expression in whatever language it was written: Go's, with infix operators, calls in parentheses, indexes in
 * brackets, foreign quotes, filters and conditional expressions besides.
 */
import { type HabitArgument, functionOfElsewhere, habitOfFunction } from '../explain/habits';
import { type Expression, type Leaf, Writer, literalOf, rewritten } from './expression';
import type { Names } from './names';
import type { Notes } from './notes';
import { comparingWords, comparisons, operatorOf } from './operators';
import { type Token, endsOperand, isCharacter } from './tokens';

const constants: ReadonlyMap<string, string> = new Map([
  ['True', 'true'],
  ['TRUE', 'true'],
  ['False', 'false'],
  ['FALSE', 'false'],
  ['null', 'nil'],
  ['None', 'nil'],
  ['undefined', 'nil'],
]);

/** Functions that do something without an argument; all others lack one when they stand alone. */
const variadic = new Set(['print', 'println', 'html', 'js', 'urlquery']);

const lengths = new Set(['length', 'size', 'count', 'Length', 'Count', 'Size', 'Len', 'len']);

/** How deep parentheses and the like are followed. */
const deepest = 100;

/** How to write `or` between values, and the like. */
const arithmetic = 'There is no arithmetic in Go templates.';

/** Reads the tokens of one expression. What it cannot make sense of makes it give up: the result is then null. */
export class Reading {
  private at = 0;
  private depth = 0;
  private broken = false;
  /** How many calls with parentheses are open; between their arguments stand commas. */
  private calls = 0;
  private readonly writer: Writer;

  constructor(
    text: string,
    private readonly tokens: readonly Token[],
    private readonly names: Names,
    private readonly notes: Notes,
    private readonly pad: string,
    /** Whether the expression is all that its action does. */
    private readonly alone: boolean,
    /** Whether it decides whether something is printed. */
    private readonly isCondition = false,
  ) {
    this.writer = new Writer(text, pad);
  }

  /** The whole expression. */
  read(): Expression | null {
    if (this.tokens.length === 0) return null;
    const e = this.pipeline(this.alone);
    return this.broken || this.at < this.tokens.length ? null : e;
  }

  private get next(): Token | undefined {
    return this.tokens[this.at];
  }

  private isMark(...sources: readonly string[]): boolean {
    const { next } = this;
    return next !== undefined && next.kind === 'mark' && sources.includes(next.source);
  }

  private isName(...sources: readonly string[]): boolean {
    const { next } = this;
    return next !== undefined && next.kind === 'name' && sources.includes(next.source);
  }

  private giveUp(): Leaf {
    this.broken = true;
    this.at = this.tokens.length;
    return rewritten({ from: 0, to: 0 }, '');
  }

  private say(hint: string): void {
    this.notes.hints.add(hint);
  }

  /** pipeline = choice { "|" command } */
  private pipeline(alone: boolean): Expression {
    if (++this.depth > deepest) return this.giveUp();
    let e = this.choice(alone && !this.tokens.some(({ kind, source }) => kind === 'mark' && source === '|'));
    while (this.isMark('|')) {
      this.at++;
      const after = this.tokens[this.at + 1];
      if (this.next?.kind === 'field' && (after === undefined || after.source === '|')) {
        this.say('Nothing is piped into a field: it follows the value with a point, `(index .List 0).Name`.');
        e = this.fieldOf({ kind: 'group', from: e.from, to: e.to, changed: true, inner: e });
        continue;
      }
      const before = e;
      const last = !this.tokens.slice(this.at).some(({ kind, source }) => kind === 'mark' && source === '|');
      const stage = this.command(before, alone && last);
      e = this.piped(before, stage);
    }
    this.depth--;
    // What is piped is compared as a whole.
    if (e.kind === 'pipe' && operatorOf(this.next, false) !== undefined) return this.compared(e);
    return e;
  }

  private piped(before: Expression, stage: Expression | 'nothing'): Expression {
    if (stage === 'nothing') return before;
    if (stage.kind === 'actions' || (stage.kind === 'command' && this.swallowed.has(stage))) return stage;
    const stages = before.kind === 'pipe' ? [...before.stages, stage] : [before, stage];
    return { kind: 'pipe', from: before.from, to: stage.to, changed: before.changed || stage.changed, stages };
  }

  /** Commands in which what is piped into them stands as an argument already. */
  private readonly swallowed = new WeakSet<Expression>();

  /** choice = or [ "?" or ":" or ] | or "if" or [ "else" or ] */
  private choice(alone: boolean): Expression {
    const e = this.or(alone);
    if (this.isMark('?')) {
      this.at++;
      const yes = this.or(false);
      if (!this.isMark(':')) return this.giveUp();
      this.at++;
      return this.chosen(e.from, e, yes, this.choice(false));
    }
    if (this.isName('if')) {
      this.at++;
      const test = this.or(false);
      if (!this.isName('else')) return this.giveUp();
      this.at++;
      return this.chosen(e.from, test, e, this.choice(false));
    }
    return e;
  }

  private chosen(from: number, test: Expression, yes: Expression, no: Expression): Expression {
    this.say('Go has no `a ? b : c`: write `{{ if a }}b{{ else }}c{{ end }}`.');
    return { kind: 'choice', from, to: no.to, changed: true, test, yes, no };
  }

  private or(alone: boolean): Expression {
    return this.infix(() => this.and(alone), ['||', '??', '?:'], ['or', 'OR', 'Or'], 'or');
  }

  private and(alone: boolean): Expression {
    return this.infix(() => this.comparison(alone), ['&&'], ['and', 'AND', 'And'], 'and');
  }

  private infix(
    operand: () => Expression,
    marks: readonly string[],
    words: readonly string[],
    name: string,
  ): Expression {
    const first = operand();
    const all = [first];
    while (this.isMark(...marks) || this.isName(...words)) {
      const written = this.next?.source ?? '';
      this.at++;
      all.push(operand());
      this.say(
        `Go writes \`a ${written} b\` as \`${name} a b\`: functions stand first, and each operand of several words in parentheses.`,
      );
    }
    return all.length === 1 ? first : this.call(name, all);
  }

  private call(name: string, args: readonly Expression[]): Expression {
    const [first] = args;
    const { from = 0 } = first ?? {};
    const word = rewritten({ from, to: from }, name, 'function');
    return { kind: 'command', from, to: args.at(-1)?.to ?? from, changed: true, words: [word, ...args] };
  }

  /** comparison = [ "!" ] sum { operator sum } */
  private comparison(alone: boolean): Expression {
    if (++this.depth > deepest) return this.giveUp();
    const left = this.sum(alone);
    this.depth--;
    return this.compared(left);
  }

  /** What a value becomes that an operator follows, or a word that compares. */
  private compared(left: Expression): Expression {
    const isWord = this.next?.kind === 'name' && !isFunction(left);
    const negation = isWord ? this.negation() : 0;
    const token = this.tokens[this.at + (negation === 1 ? 1 : 0)];
    const operator = negation === 2 ? 'eq' : operatorOf(token, isWord);
    if (token === undefined || operator === undefined) return left;
    const written = this.tokens
      .slice(this.at, this.at + Math.max(1, negation))
      .map(({ source }) => source)
      .join(' ');
    if (isWord)
      for (let i = 0; i < Math.max(1, negation); i++) this.notes.resolved.add(this.tokens[this.at + i]?.from ?? 0);
    this.at += negation === 0 ? 1 : 2;
    const isIn = token.source === 'in';
    if (isIn && left.kind === 'leaf' && left.literal !== null) {
      this.say('A text cannot be searched here: `eq` compares whole texts, and takes several: `eq .X "a" "b"`.');
      return this.giveUp();
    }
    const listed = isIn ? this.listed() : null;
    const right = listed === null ? this.sum(false) : null;
    const isNegated = negation > 0;
    const name = isNegated && right !== null && operator === 'eq' ? 'ne' : operator;
    this.say(
      `Go has no operator \`${written}\`: compare with the function \`${name}\`, which stands before its two values: \`${name} a b\`.`,
    );
    const result = listed !== null ? this.call('eq', [left, ...listed]) : this.comparing(name, isWord, left, right);
    return isNegated && name !== 'ne' ? this.call('not', [result]) : result;
  }

  private comparing(name: string, isWord: boolean, left: Expression, right: Expression | null): Expression {
    if (right === null) return this.giveUp();
    // One of several: eq takes them all.
    if (isWord && name === 'eq' && right.kind === 'command' && !isFunction(right)) {
      return this.call(name, [left, ...right.words]);
    }
    const [not, negated] = left.kind === 'command' && left.words.length === 2 ? left.words : [];
    if (not?.kind === 'leaf' && not.source === 'not' && negated !== undefined) {
      return this.call('not', [this.call(name, [negated, right])]);
    }
    return this.call(name, [this.counted(left, right), this.counted(right, left)]);
  }

  /** A list that is compared with a number: how many it has is meant. */
  private counted(e: Expression, other: Expression): Expression {
    if (e.kind !== 'leaf' || other.kind !== 'leaf' || other.sort !== 'number' || !this.names.isList(e.source)) return e;
    this.say(`A list is no number; how many there are is \`len ${e.source}\`.`);
    return this.call('len', [e]);
  }

  /** How many words before a comparison turn it round: `not in`, `is not`, `isnt`; 0 where it is none of them. */
  private negation(): 0 | 1 | 2 {
    const first = this.next?.source ?? '';
    const second = this.tokens[this.at + 1];
    if (first === 'is' && second?.source === 'not') return 2;
    return first === 'not' && second?.kind === 'name' && comparingWords.has(second.source) ? 1 : 0;
  }

  /** ( "[" | "(" ) value { "," value } ( "]" | ")" ), what stands after `in`; null for anything else. */
  private listed(): readonly Expression[] | null {
    if (!this.isMark('[', '(')) return null;
    const close = this.isMark('[') ? ']' : ')';
    const values: Expression[] = [];
    do {
      this.at++;
      values.push(this.operand());
    } while (this.isMark(','));
    if (!this.isMark(close)) return [this.giveUp()];
    this.at++;
    return values;
  }

  /** sum = command { ( "+" | "-" | "*" | "/" | "%" | "~" ) command } */
  private sum(alone: boolean): Expression {
    const first = this.unary(alone);
    const parts = [first];
    let only = true;
    if (
      this.isMark('-') &&
      this.next?.spaced === false &&
      /^(?:field|variable)$/.test(this.tokens[this.at - 1]?.kind ?? '')
    ) {
      this.say(
        'Names have no minus sign in them. A key of a map that has one is taken with `index`: `index . "my-key"`.',
      );
      return this.giveUp();
    }
    if (this.isMark('++', '+=', '--', '-=')) {
      this.say(arithmetic);
      return this.giveUp();
    }
    while (this.isMark('+', '-', '*', '/', '%', '~')) {
      only &&= this.isMark('+', '~');
      this.at++;
      parts.push(this.unary(false));
    }
    if (parts.length === 1) return first;
    const numbers = parts.some((e) => (e.kind === 'leaf' && e.sort === 'number') || isLen(e));
    const isText = (e: Expression): boolean => e.kind === 'leaf' && (e.literal !== null || this.names.isText(e.source));
    if (!only || numbers || !(parts.some((e) => e.kind === 'leaf' && e.literal !== null) || parts.every(isText))) {
      this.say(`${arithmetic} Of texts, \`print a b\` makes one; numbers cannot be calculated with.`);
      return this.giveUp();
    }
    this.say('Go has no operator `+`: `print` puts texts together.');
    return this.call('print', parts);
  }

  private unary(alone: boolean): Expression {
    if (this.isMark('!')) {
      const from = this.next?.from ?? 0;
      this.at++;
      if (++this.depth > deepest) return this.giveUp();
      const e = this.unary(false);
      this.depth--;
      this.say('Go writes `!a` as `not a`.');
      return { ...this.call('not', [e]), from };
    }
    const e = this.command(null, alone);
    return e === 'nothing' ? this.giveUp() : e;
  }

  /** command = operand { operand }; a function's arguments end before an infix `and` or `or`. */
  private command(piped: Expression | null, alone: boolean): Expression | 'nothing' {
    if (++this.depth > deepest) return this.giveUp();
    const start = this.next;
    const opening = this.tokens[this.at + 1];
    const called = start?.kind === 'name' && opening?.source === '(' && !opening.spaced;
    const words: Expression[] = [this.word()];
    let changed = words[0]?.changed === true;
    if (called) {
      this.at++;
      for (const arg of this.parenthesised()) words.push(arg);
      changed = true;
      this.say(
        'Go calls a function without parentheses and commas: its name, a space, and the arguments with spaces between.',
      );
    } else {
      const not = start?.kind === 'name' && start.source === 'not';
      const piping = this.tokens[this.at - 2]?.source === '|';
      if (piping && start?.kind === 'name' && this.isMark(':') && this.next?.spaced === false) {
        // A filter of Liquid's and its arguments.
        this.at++;
        changed = true;
        this.say('Arguments follow a function with a space, no colon.');
      }
      while (this.startsOperand() && !this.isCompared(words[0])) {
        const nested = this.isNestedCall();
        if (nested) {
          const inner = not ? this.comparison(false) : this.nested();
          if (inner === 'nothing') return this.giveUp();
          words.push(inner);
          changed = true;
          this.say('An argument that is itself a call stands in parentheses: `not (eq a b)`.');
          continue;
        }
        const arg = this.operand();
        changed ||= arg.changed;
        words.push(arg);
        if (this.isMark(':') && start?.source === 'slice') {
          changed = true;
          this.at++;
          this.say('`slice` takes its bounds as two values: `slice .X 0 3`.');
        }
        if (this.calls === 0 && this.isMark(',')) {
          changed = true;
          this.at++;
          this.say('Go puts spaces between arguments, no commas.');
          if (!this.startsOperand()) return this.giveUp();
        }
      }
    }
    this.depth--;
    const from = start?.from ?? 0;
    const to = this.tokens[this.at - 1]?.to ?? from;
    const command: Expression = { kind: 'command', from, to, changed, words };
    const [first] = words;
    if (called && this.fieldFollows()) {
      let e: Expression = command;
      while (this.fieldFollows()) e = this.fieldOf(e);
      return e;
    }
    const [second] = words.slice(1);
    if (first?.kind === 'leaf' && first.source === 'index' && words.length === 2 && second?.kind === 'command') {
      const [inner] = second.words;
      if (second.changed && inner?.kind === 'leaf' && inner.source === 'index') return second;
    }
    const known = first?.kind !== 'leaf' || first.sort !== 'function' || this.names.functions.has(first.source);
    if (!known && start !== undefined) return this.foreign(start, command, words.slice(1), piped, alone);
    const together = piped === null && !called ? this.together(command, words) : null;
    if (together !== null) return together;
    if (this.isCondition && piped === null && !called) return this.equated(command, words);
    return words.length === 1 && first !== undefined ? first : command;
  }

  /** Words side by side that are one value, or of which one was to be made: null where they are neither. */
  private together(command: Expression, words: readonly Expression[]): Expression | null {
    const [first, second, ...more] = words;
    const last = words.at(-1);
    if (first?.kind !== 'leaf' || second?.kind !== 'leaf' || last?.kind !== 'leaf') return null;
    const { from, to } = command;
    const name = /^\.(\w+)$/.exec(second.source)?.[1];
    if (first.sort === 'value' && first.literal === null && name !== undefined && more.length === 0) {
      if (this.names.typeOf(`${first.source}.${name}`, from) === null || this.names.hasField(name)) return null;
      const source = `${first.source}.${name}`;
      this.say(`No space stands before the point of a field: \`${source}\`.`);
      return { ...first, to, changed: true, source };
    }
    const element = /^(\d+)(\.\w[\w.]*)$/.exec(last.source);
    if (first.source === 'index' && element !== null && more.length === 1) {
      const [, index = '', path = ''] = element;
      this.say('A field of what `index` gives is taken after parentheses: `(index .List 0).Name`.');
      const of = this.call('index', [second, { ...last, source: index, changed: true }]);
      return { kind: 'member', from, to, changed: true, of, path };
    }
    if (this.alone && !this.isCondition && first.literal !== null && !words.some(isFunction)) {
      this.say('`print` puts texts and values together.');
      return this.call('print', words);
    }
    return null;
  }

  /** A call among arguments. A comparison has two values, and eq all texts that follow. */
  private nested(): Expression | 'nothing' {
    const name = this.next?.source ?? '';
    const values = this.tokens.slice(this.at + 1, this.at + 3);
    const isPlain = values.length === 2 && values.every(({ kind }) => kind !== 'mark' && kind !== 'name');
    if (!/^(?:eq|ne|lt|le|gt|ge)$/.test(name) || !isPlain) return this.command(null, false);
    const word = this.word();
    const words = [this.operand(), this.operand()];
    if (name === 'eq') while (this.next?.kind === 'text') words.push(this.operand());
    const from = word.from;
    return {
      kind: 'command',
      from,
      to: words.at(-1)?.to ?? from,
      changed: words.some((e) => e.changed),
      words: [word, ...words],
    };
  }

  /** A value that texts or numbers follow in a condition: it was to be compared with them. */
  private equated(command: Expression, words: readonly Expression[]): Expression {
    const [first, ...rest] = words;
    if (first === undefined) return command;
    const isNot = first.kind === 'leaf' && first.sort === 'function' && first.source === 'not' && rest.length > 1;
    const values = isNot ? rest : words;
    const isConstant = (e: Expression): boolean => e.kind === 'leaf' && (e.literal !== null || e.sort === 'number');
    const isValue = (e: Expression): boolean => !isFunction(e) && e.kind !== 'command';
    if (values.length > 1 && values.every(isValue) && values.filter(isConstant).length === values.length - 1) {
      const [left, right] = values;
      this.say('A value is compared by the function `eq`, which stands first: `eq .X "text"`.');
      const counted =
        left !== undefined && right !== undefined ? [this.counted(left, right), ...values.slice(1)] : values;
      const equal = this.call('eq', counted);
      return isNot ? this.call('not', [equal]) : equal;
    }
    return rest.length === 0 ? first : command;
  }

  /** Replaces a function that there is not by what does the same, if something does. */
  private foreign(
    name: Token,
    command: Expression,
    args: readonly Expression[],
    piped: Expression | null,
    alone: boolean,
  ): Expression | 'nothing' {
    const habit = habitOfFunction(name.source);
    const field = habit === null ? this.names.fieldOf(name.source, name.from) : null;
    if (field !== null && args.length > 0 && command.kind === 'command') {
      const words = [rewritten(name, field), ...args];
      const together = this.together(command, words) ?? (this.isCondition ? this.equated(command, words) : null);
      if (together !== null && together !== command) {
        this.notes.resolved.add(name.from);
        this.say(`A field begins with a point: \`${field}\`.`);
        return together;
      }
    }
    if (habit === null) {
      const near = this.names.nearestFunction(name.source);
      if (near === null || command.kind !== 'command') return command;
      this.notes.resolved.add(name.from);
      this.say(`Did you mean the function \`${near}\`?`);
      return { ...command, changed: true, words: [rewritten(name, near, 'function'), ...args] };
    }
    this.say(functionOfElsewhere(name.source, habit));
    const given: HabitArgument[] = [];
    for (const e of piped === null ? args : [...args, piped]) {
      const text = this.writer.operand(e);
      if (text !== null) given.push({ text, literal: e.kind === 'leaf' ? e.literal : null });
    }
    const complete = given.length === args.length + (piped === null ? 0 : 1);
    const rewrite =
      habit.rewrite !== null && complete
        ? habit.rewrite({
            args: given,
            piped: piped !== null,
            alone,
            pad: this.pad,
            has: (other) => this.names.functions.has(other),
          })
        : null;
    this.notes.foreign.set(name.source, rewrite !== null);
    if (rewrite === null) return command;
    this.notes.resolved.add(name.from);
    const { from, to } = command;
    if ('actions' in rewrite) return { kind: 'actions', from, to, changed: true, template: rewrite.actions };
    if ('command' in rewrite && rewrite.command === '') return 'nothing';
    const source = 'command' in rewrite ? rewrite.command : rewrite.whole;
    const leaf = rewritten({ from, to }, source);
    const result: Expression = { kind: 'command', from, to, changed: true, words: [leaf] };
    // Several words are no operand without parentheses, which a pipeline gets.
    const isOperand = !source.includes(' ');
    const wrapped: Expression = isOperand ? result : { kind: 'pipe', from, to, changed: true, stages: [result] };
    if (piped !== null && 'whole' in rewrite) {
      const whole: Expression = { kind: 'command', from: piped.from, to, changed: true, words: [leaf] };
      this.swallowed.add(whole);
      return whole;
    }
    return wrapped;
  }

  /** "(" [ pipeline { "," pipeline } ] ")" */
  private parenthesised(): readonly Expression[] {
    const args: Expression[] = [];
    this.calls++;
    while (!this.isMark(')')) {
      if (this.next === undefined) {
        this.giveUp();
        return args;
      }
      args.push(this.pipeline(false));
      if (this.isMark(',')) this.at++;
      else if (!this.isMark(')')) this.giveUp();
    }
    this.calls--;
    this.at++;
    return args;
  }

  /** Whether a word follows a value that elsewhere compares it with what comes then. */
  private isCompared(first: Expression | undefined): boolean {
    const { next } = this;
    if (first === undefined || isFunction(first) || next?.kind !== 'name') return false;
    if (this.negation() === 1) return true;
    return comparingWords.has(next.source) && this.tokens[this.at + 1] !== undefined;
  }

  private startsOperand(): boolean {
    const { next } = this;
    if (next === undefined) return false;
    if (next.kind === 'mark') return next.source === '(';
    return next.kind !== 'name' || !/^(?:and|or|AND|OR|And|Or|if|else)$/.test(next.source);
  }

  /** Whether a function that needs arguments stands where only a value can, with some after it. */
  private isNestedCall(): boolean {
    const { next } = this;
    const after = this.tokens[this.at + 1];
    if (next?.kind !== 'name' || after === undefined || !this.names.functions.has(next.source)) return false;
    if (variadic.has(next.source)) return false;
    return after.kind === 'mark' ? after.source === '(' : true;
  }

  /** The first word of a command: a function's name counts as one. */
  private word(): Expression {
    const { next } = this;
    if (next?.kind !== 'name') return this.operand();
    const { source, from, to } = next;
    if (this.names.functions.has(source)) {
      this.at++;
      return { kind: 'leaf', from, to, changed: false, source, literal: null, sort: 'function' };
    }
    const after = this.tokens[this.at + 1];
    const alone =
      after === undefined ||
      (after.kind === 'mark' && after.source !== '(') ||
      (after.kind === 'field' && !after.spaced);
    const afterPipe = this.tokens[this.at - 1]?.source === '|';
    const isInfix =
      after?.kind === 'name' && (/^(?:and|or|if|else)$/i.test(after.source) || comparingWords.has(after.source));
    if ((alone || isInfix) && !afterPipe) return this.operand();
    this.at++;
    return { kind: 'leaf', from, to, changed: false, source, literal: null, sort: 'function' };
  }

  /** operand = primary { field | "[" … "]" | "." number | "(" … ")" }, without spaces between. */
  private operand(): Expression {
    let e = this.primary();
    for (;;) {
      const { next } = this;
      if (next === undefined || next.spaced) return e;
      if (next.kind === 'field') {
        this.at++;
        e = this.member(e, next);
      } else if (this.isMark('[')) e = this.indexed(e);
      else if (next.source === '.' && this.tokens[this.at + 1]?.source === '[') {
        this.at++;
        e = this.indexed(e);
      } else if (this.isMark('.') && this.tokens[this.at + 1]?.kind === 'number') {
        this.at++;
        const [element = ''] = (this.next?.source ?? '').split('.');
        if (this.next?.source !== element) return this.giveUp();
        const index = this.leaf(this.next, element, 'number');
        this.at++;
        this.say('Go takes an element with `index`: `index .List 0`.');
        e = this.call('index', [e, index]);
      } else if (this.isMark('(') && endsOperand(this.tokens[this.at - 1] ?? next)) {
        const method = this.tokens[this.at - 1]?.source.replace(/^\./, '') ?? '';
        const bare = this.tokens[this.at + 1]?.source === ')' ? this.withoutCall(e, method) : null;
        if (bare !== null) {
          this.at += 2;
          e = bare;
          continue;
        }
        // A method of another language: nothing here has one of that name.
        this.say(`Values have no method \`${method}\` here. ${habitOfFunction(method)?.hint ?? ''}`.trim());
        return this.giveUp();
      } else return e;
    }
  }

  /** A field, or a value whose method does nothing that there is here, without the parentheses after it. */
  private withoutCall(e: Expression, method: string): Expression | null {
    if (e.kind !== 'leaf') return null;
    if (this.names.typeOf(e.source, e.from) !== null) {
      this.say('A field has no parentheses after it.');
      return { ...e, changed: true };
    }
    const habit = habitOfFunction(method);
    const of = e.source.slice(0, -method.length - 1);
    if (habit === null || of === '' || !e.source.endsWith(`.${method}`)) return null;
    const args = [{ text: of, literal: null }];
    const has = (other: string): boolean => this.names.functions.has(other);
    const rewrite = habit.rewrite?.({ args, piped: false, alone: false, pad: this.pad, has }) ?? null;
    if (rewrite === null || !('whole' in rewrite) || rewrite.whole !== of) return null;
    this.say(`Values have no method \`${method}\` here. ${habit.hint}`);
    return { ...e, changed: true, source: of };
  }

  private fieldFollows(): boolean {
    return this.next?.kind === 'field' && !this.next.spaced;
  }

  private fieldOf(of: Expression): Expression {
    const token = this.next ?? this.lastToken();
    this.at++;
    return this.member(of, token);
  }

  private member(of: Expression, token: Token): Expression {
    const name = token.source.slice(1);
    const call = this.isMark('(') && this.next?.spaced === false && this.tokens[this.at + 1]?.source === ')';
    if (lengths.has(name) && (/^[a-z]/.test(name) || call) && !this.names.hasField(name)) {
      if (call) this.at += 2;
      this.say('Go counts with the function `len`: `len .List`.');
      return this.call('len', [of]);
    }
    const to = token.to;
    if (of.kind === 'leaf') {
      // What is mended is mended to the end.
      const path = of.changed ? `.${this.names.memberOf(of.source, of.from, name)}` : token.source;
      const source = of.source === '.' ? path : of.source + path;
      return { ...of, to, source };
    }
    if (of.kind === 'member') return { ...of, to, path: of.path + token.source };
    return { kind: 'member', from: of.from, to, changed: of.changed, of, path: token.source };
  }

  /** "[" ( number | text | pipeline [ ":" pipeline ] ) "]" */
  private indexed(of: Expression): Expression {
    this.at++;
    const { next } = this;
    if (
      next?.kind === 'text' &&
      this.tokens[this.at + 1]?.source === ']' &&
      /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(next.inner)
    ) {
      this.at += 2;
      const path = `.${next.inner}`;
      this.say(`Go takes a field with a point: \`${(this.writer.write(of) ?? '').replace(/^\.$/, '') + path}\`.`);
      if (of.kind === 'leaf')
        return { ...of, to: next.to, changed: true, source: of.source === '.' ? path : of.source + path };
      return { kind: 'member', from: of.from, to: next.to, changed: true, of, path };
    }
    const bounds: Expression[] = [];
    if (this.isMark(':')) bounds.push(this.leaf(next ?? this.lastToken(), '0', 'number'));
    else bounds.push(this.pipeline(false));
    const sliced = this.isMark(':');
    if (sliced) {
      this.at++;
      if (!this.isMark(']')) bounds.push(this.pipeline(false));
    }
    const minus = bounds.some((e) => e.kind === 'leaf' && e.source.startsWith('-'));
    if (!this.isMark(']') || minus) return this.giveUp();
    this.at++;
    const name = sliced ? 'slice' : 'index';
    this.say(
      sliced ? 'Go takes a part with `slice`: `slice .X 0 3`.' : 'Go takes an element with `index`: `index .List 0`.',
    );
    return this.call(name, [of, ...bounds]);
  }

  private lastToken(): Token {
    return (
      this.tokens[this.at - 1] ?? { kind: 'mark', from: 0, to: 0, source: '', spaced: false, quoting: null, inner: '' }
    );
  }

  private leaf(token: Token, source: string, sort: Leaf['sort'] = 'value', literal: string | null = null): Leaf {
    const { from, to } = token;
    return { kind: 'leaf', from, to, changed: source !== token.source, source, literal, sort };
  }

  private primary(): Expression {
    const token = this.next;
    if (token === undefined) return this.giveUp();
    this.at++;
    switch (token.kind) {
      case 'number':
        return this.leaf(token, token.source, 'number');
      case 'dot': {
        const { next } = this;
        const path = next?.kind === 'name' ? `.${next.source}` : '';
        if (next === undefined || path === '' || this.names.typeOf(path, token.from) === null) {
          return this.leaf(token, token.source);
        }
        this.at++;
        this.notes.resolved.add(next.from);
        this.say(`No space stands after the point of a field: \`${path}\`.`);
        return rewritten({ from: token.from, to: next.to }, path);
      }
      case 'field':
      case 'variable':
        return this.leaf(token, token.source);
      case 'text':
        return this.literal(token);
      case 'name':
        return this.named(token);
      case 'mark': {
        if (token.source !== '(') return this.giveUp();
        const inner = this.pipeline(false);
        if (!this.isMark(')')) return this.giveUp();
        const to = this.next?.to ?? token.to;
        this.at++;
        return { kind: 'group', from: token.from, to, changed: inner.changed, inner };
      }
    }
  }

  private literal(token: Token): Expression {
    const { inner, quoting, source } = token;
    switch (quoting) {
      case 'double':
      case 'raw':
        return this.leaf(token, source, 'value', inner.includes('\\') && quoting === 'double' ? source : inner);
      case 'single':
        if (isCharacter(token)) return this.leaf(token, source, 'number');
        if (this.isField(inner)) return this.unquoted(token);
        this.say('Go writes texts in double quotes or backquotes; single quotes are for one character.');
        return this.leaf(token, literalOf(inner.replaceAll("\\'", "'")), 'value', inner);
      case 'smart':
        if (this.isField(inner)) return this.unquoted(token);
        this.say('These are typographic quotes: Go knows only the straight double quotes `"` and backquotes.');
        return this.leaf(token, literalOf(inner), 'value', inner);
      case 'twice':
        this.say('A text stands between two quotes, one before and one after it.');
        return this.leaf(token, literalOf(inner), 'value', inner);
      case 'escaped':
        this.say(
          'Inside an action the quotes stand as they are, without a backslash, also where the text around is JSON.',
        );
        return this.leaf(token, literalOf(inner), 'value', inner);
      default:
        return this.giveUp();
    }
  }

  /** Whether what stands between quotes that are not Go's is a field. */
  private isField(inner: string): boolean {
    return /^\.[A-Z]\w*(?:\.\w+)*$/.test(inner) && this.names.isKnown(inner.split('.')[1] ?? '');
  }

  private unquoted(token: Token): Expression {
    this.say(`A field stands without quotes: \`${token.inner}\`.`);
    return this.leaf(token, token.inner);
  }

  /** What Handlebars calls `../name`, `@root` and `@index`, and Jinja `loop`. */
  private ofLoop({ source, from, to }: Token): Expression | null {
    const outer = /^(?:\.\.\/)+(.*)$/.exec(source)?.[1];
    if (outer !== undefined) {
      const field = this.names.fieldOf(outer, from)?.replace(/^\$?\./, '$.') ?? `$.${outer}`;
      this.say(`Outside of the loop is \`$\`, the whole data: \`${field}\`.`);
      return rewritten({ from, to }, field);
    }
    if (source === '@root') {
      this.say('The whole data is `$`: `$.Name`.');
      return rewritten({ from, to }, '$');
    }
    if (!/^(?:@(?:index|key|first|last)|loop|forloop|varStatus)$/.test(source)) return null;
    this.say(
      `There is no \`${source}${this.pathAfter()}\`: \`{{ range $i, $x := .List }}\` counts the elements from 0. What stands between them goes before all but the first: \`{{ if $i }}, {{ end }}\`.`,
    );
    return null;
  }

  /** A name where a value stands. */
  private named(token: Token): Expression {
    const { source, from } = token;
    if (this.next?.quoting === 'open' && !this.next.spaced && this.next.inner === '') {
      const to = this.next.to;
      this.at++;
      this.notes.resolved.add(from);
      this.say('The opening quote is missing.');
      return rewritten({ from, to }, `"${source}"`, 'value', source);
    }
    const ofLoop = this.ofLoop(token);
    if (ofLoop !== null) return ofLoop;
    const constant = constants.get(source);
    if (constant !== undefined) {
      this.notes.resolved.add(from);
      this.say(`Go writes \`${constant}\`.`);
      return this.leaf(token, constant);
    }
    if (source === 'true' || source === 'false' || source === 'nil') return this.leaf(token, source);
    if (this.names.functions.has(source)) return this.leaf(token, source, 'function');
    const meant = this.names.valueOf(source, from);
    if (meant === null) {
      const habit = habitOfFunction(source);
      if (habit !== null) {
        this.say(functionOfElsewhere(source, habit));
        this.notes.foreign.set(source, false);
      }
      if (habit === null && this.isArgument()) {
        this.notes.resolved.add(from);
        this.say(`A text stands in quotes: \`"${source}"\`.`);
        return this.leaf(token, `"${source}"`, 'value', source);
      }
      return this.leaf(token, source);
    }
    this.notes.resolved.add(from);
    this.say(meant.hint(this.pathAfter()));
    return this.leaf(token, meant.source);
  }

  /** Whether the name read last is compared or handed to a function, and has no fields. */
  private isArgument(): boolean {
    const before = this.tokens[this.at - 2];
    if (before === undefined || this.next?.source === '(' || this.pathAfter() !== '') return false;
    return before.kind !== 'mark' || comparisons.has(before.source) || before.source === ',';
  }

  /** The fields that follow a name directly. */
  private pathAfter(): string {
    let path = '';
    for (let i = this.at; this.tokens[i]?.kind === 'field' && this.tokens[i]?.spaced === false; i++) {
      path += this.tokens[i]?.source ?? '';
    }
    return path;
  }
}

/** Whether an expression begins with the name of a function. */
function isFunction(e: Expression): boolean {
  const first = e.kind === 'command' ? e.words[0] : e;
  return first?.kind === 'leaf' && first.sort === 'function';
}

function isLen(e: Expression): boolean {
  if (e.kind === 'group') return isLen(e.inner);
  const first = e.kind === 'command' ? e.words[0] : undefined;
  return first?.kind === 'leaf' && first.source === 'len';
}
