/** What a bare name was meant to be: a field without its point, a variable without its dollar sign. */
import type { Node, PipeNode, Type } from '../../go';
import { functionNames } from '../../go';
import type { Environment } from '../environment';
import type { Unread } from '../room';
import type { Annotated } from '../types/annotated';
import { fieldType, typeAlong } from '../types/fields';

/** What a name stands for: Go's text for it, and a sentence about it, given the fields that follow. */
export interface Meaning {
  readonly source: string;
  readonly hint: (path: string) => string;
}

/** A stretch of the template in which dot is of a type; null: nobody knows. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly dot: Type | null;
  /** Whether dot is the data, and whether `$` is. */
  readonly isRoot: boolean;
  readonly inMain: boolean;
}

/** The fields and methods of a type. */
function membersOf(type: Type | null): readonly string[] {
  let of = type;
  while (of?.kind === 'ptr') of = of.elem;
  if (of?.kind !== 'struct') return [];
  return [...of.fields.map(({ name }) => name), ...of.methods.keys()];
}

function elementType(type: Type | null): Type | null {
  return type?.kind === 'slice' || type?.kind === 'array' || type?.kind === 'map' ? type.elem : null;
}

/** The name that is meant, but for its case and underscores; undefined where there is none like it. */
function alike(names: readonly string[], name: string): string | undefined {
  if (names.includes(name)) return name;
  const lower = name.toLowerCase().replaceAll('_', '');
  return names.find((other) => other.toLowerCase() === lower);
}

/** A template that was parsed, perhaps as another text than the one that names are looked for in. */
export type Parsed = Pick<Unread, 'trees' | 'dots'>;

/** The names that mean something in a template. */
export class Names {
  readonly functions: ReadonlySet<string>;
  private readonly declared = new Set<string>();
  private looked = false;
  private dots: Annotated['dots'] = new Map();
  /** The fields and methods of everything that dot is somewhere. */
  private readonly members = new Set<string>();
  private readonly types = new Set<Type>();
  /** Fields of the data. */
  readonly root: readonly string[];
  private readonly variableTypes = new Map<string, Type | null>();
  /** In the order in which they begin, and the nearest one before each that reaches as far; -1 for none. */
  private readonly stretches: Stretch[] = [];
  private readonly outer: number[] = [];
  /** What names were found to be, which are asked for again and again. */
  private readonly nearestOnes = new Map<string, string | null>();
  private readonly fields = new Map<string, string | null>();

  constructor(
    private readonly environment: Environment,
    private readonly of: Parsed,
    /** Where a place of the template is in the text that was parsed. */
    private readonly placed: (pos: number) => number = (pos) => pos,
  ) {
    this.functions = functionNames(environment.functions);
    this.root = environment.keys !== null ? [...environment.keys.keys()] : membersOf(environment.root);
  }

  /** Goes through the trees once something is asked that they answer. */
  private look(): void {
    if (this.looked) return;
    this.looked = true;
    const { environment } = this;
    const { trees } = this.of;
    this.dots = this.of.dots();
    for (const { name, root } of trees.values()) {
      const inMain = name === environment.name;
      const dot = inMain ? environment.root : (this.dots.get(root)?.type ?? null);
      this.stretch(root.from, root.to, dot, inMain, inMain);
      this.walk(root, { dot, isRoot: inMain, inMain }, 0);
    }
    this.stretches.sort((a, b) => a.from - b.from);
    const open: number[] = [];
    for (const [i, { from }] of this.stretches.entries()) {
      while ((this.stretches[open.at(-1) ?? -1]?.to ?? from) < from) open.pop();
      this.outer.push(open.at(-1) ?? -1);
      open.push(i);
    }
  }

  private stretch(from: number, to: number, dot: Type | null, isRoot: boolean, inMain: boolean): void {
    this.stretches.push({ from, to, dot, isRoot, inMain });
    if (dot === null || this.types.has(dot)) return;
    this.types.add(dot);
    for (const name of membersOf(dot)) this.members.add(name);
  }

  private walk(node: Node, at: Omit<Stretch, 'from' | 'to'>, depth: number): void {
    if (depth > 200) return;
    switch (node.kind) {
      case 'list':
        for (const inner of node.nodes) this.walk(inner, at, depth + 1);
        return;
      case 'action':
        this.declare(node.pipe, at, false);
        return;
      case 'if':
      case 'with':
      case 'range': {
        this.declare(node.pipe, at, node.kind === 'range');
        let inside = at;
        if (node.kind !== 'if') {
          const piped = this.pipeType(node.pipe, at);
          const own = node.kind === 'range' ? elementType(piped) : piped;
          const dot = this.dots.get(node.list)?.type ?? own;
          const isDot = node.kind === 'with' && node.pipe.cmds[0]?.args[0]?.kind === 'dot';
          inside = isDot ? at : { dot, isRoot: false, inMain: at.inMain };
          this.stretch(node.list.from, node.list.to, inside.dot, inside.isRoot, inside.inMain);
        }
        this.walk(node.list, inside, depth + 1);
        if (node.elseList !== null) this.walk(node.elseList, at, depth + 1);
        return;
      }
      default:
    }
  }

  private declare(pipe: PipeNode, at: Omit<Stretch, 'from' | 'to'>, isRange: boolean): void {
    const type = pipe.decl.length === 0 ? null : this.pipeType(pipe, at);
    pipe.decl.forEach(({ ident: [name = ''] }, i) => {
      this.declared.add(name);
      const held = !isRange ? type : i === pipe.decl.length - 1 ? elementType(type) : null;
      if (!this.variableTypes.has(name)) this.variableTypes.set(name, held);
    });
  }

  /** The type of a pipeline that is one chain of fields; null for any other. */
  private pipeType(pipe: PipeNode, { dot, inMain }: Omit<Stretch, 'from' | 'to'>): Type | null {
    const [cmd] = pipe.cmds;
    const [arg] = cmd?.args ?? [];
    if (pipe.cmds.length !== 1 || cmd?.args.length !== 1 || arg === undefined) return null;
    if (arg.kind === 'dot') return dot;
    if (arg.kind === 'field') return arg.ident.reduce(fieldType, dot);
    if (arg.kind !== 'variable') return null;
    const [name = '', ...path] = arg.ident;
    const held = name === '$' ? (inMain ? this.environment.root : null) : (this.variableTypes.get(name) ?? null);
    return path.reduce(fieldType, held);
  }

  /** What is innermost at a place. */
  private at(place: number): Stretch | null {
    this.look();
    const pos = this.placed(place);
    let low = 0;
    let high = this.stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.stretches[middle]?.from ?? 0) <= pos) low = middle + 1;
      else high = middle;
    }
    let i = low - 1;
    while ((this.stretches[i]?.to ?? pos) < pos) i = this.outer[i] ?? -1;
    return this.stretches[i] ?? null;
  }

  /** The variables that are declared somewhere, dollar signs included. */
  get variables(): Set<string> {
    this.look();
    return this.declared;
  }

  /** Whether a field of the data, as it is written, is a text. */
  isText(source: string): boolean {
    return this.kindOf(source) === 'string';
  }

  /** Whether a field of the data, as it is written, is a list. */
  isList(source: string): boolean {
    return this.kindOf(source) === 'slice';
  }

  private kindOf(source: string): string | null {
    return /^\$?\./.test(source) ? (typeAlong(this.environment.root, source)?.kind ?? null) : null;
  }

  /** Whether the data has a field of this name. */
  hasField(name: string): boolean {
    return this.root.includes(name);
  }

  /**
   * Whether a field of this name can be had somewhere from the data. Where nobody knows what dot is, it may be any
   * element that the data has.
   */
  isKnown(name: string, pos?: number): boolean {
    this.look();
    if (this.root.includes(name) || this.members.has(name)) return true;
    const place = pos === undefined ? null : this.at(pos);
    return place !== null && !place.isRoot && place.dot === null && this.isOfElement(name);
  }

  private isOfElement(name: string): boolean {
    const { root } = this.environment;
    return root.kind === 'struct' && root.fields.some(({ type }) => membersOf(elementType(type)).includes(name));
  }

  /** The field of dot or of the data that a name is, but for its case; a path such as `.Status` or `$.Status`. */
  fieldOf(name: string, pos: number, likely = false): string | null {
    const place = this.at(pos);
    const isRoot = place === null || place.isRoot;
    const of = isRoot ? '$' : `${String(place.dot?.id)} ${String(place.inMain)}`;
    const key = `${String(likely)} ${of} ${name}`;
    let field = this.fields.get(key);
    if (field === undefined) this.fields.set(key, (field = this.fieldAt(name, isRoot ? null : place, likely)));
    return field;
  }

  /** The same at a place of which this much is known; null where dot is the data. */
  private fieldAt(name: string, place: Stretch | null, likely: boolean): string | null {
    const find = (names: readonly string[]): string | null => {
      return alike(names, name) ?? (likely && name.length > 3 ? this.environment.nearest(name, names) : null);
    };
    if (place === null) {
      const field = find(this.root);
      return field === null ? null : `.${field}`;
    }
    const own = find(membersOf(place.dot));
    if (own !== null) return `.${own}`;
    if (!place.inMain) return null;
    const outer = find(this.root);
    return outer === null ? null : `$.${outer}`;
  }

  /** A field's name of a value as the value's type has it, but for its case; itself where that is not known. */
  memberOf(source: string, pos: number, name: string): string {
    return alike(membersOf(this.typeOf(source, pos)), name) ?? name;
  }

  /** The type of a path of fields as Go writes it, at a place; null where it has none, or nobody knows. */
  typeOf(source: string, pos: number): Type | null {
    const [first = '', ...path] = source.split('.');
    const place = this.at(pos);
    const inMain = place === null || place.inMain;
    const held = first === '' ? (place?.dot ?? this.environment.root) : first === '$' ? this.environment.root : null;
    const start = first === '' || (first === '$' && inMain) ? held : (this.variableTypes.get(first) ?? null);
    return path.filter((part) => part !== '').reduce(fieldType, start);
  }

  /** What a name was meant to be where a value stands, or null. */
  valueOf(name: string, pos: number): Meaning | null {
    if (this.variables.has(`$${name}`)) {
      return { source: `$${name}`, hint: () => `A variable keeps its dollar sign wherever it is used: \`$${name}\`.` };
    }
    if (name === 'this' || name === 'self') {
      return { source: '.', hint: () => 'The current value is called dot, and written as a point: `.`.' };
    }
    const field = this.fieldOf(name, pos) ?? this.fieldOf(name, pos, true);
    if (field === null) return null;
    const hint = (path: string): string =>
      `A field begins with a point: \`${field}${path}\`. A word without one is the name of a function.`;
    return { source: field, hint };
  }

  /** The function whose name is nearest, or null. */
  nearestFunction(name: string): string | null {
    let nearest = this.nearestOnes.get(name);
    if (nearest === undefined) this.nearestOnes.set(name, (nearest = this.nearestTo(name)));
    return nearest;
  }

  private nearestTo(name: string): string | null {
    const lower = name.toLowerCase();
    for (const own of this.functions) if (own === lower) return own;
    if (name.length < 3) return null;
    const all = [...this.functions];
    const alike = all.filter((own) => own.at(-1) === name.at(-1));
    return this.environment.nearest(name, alike) ?? this.environment.nearest(name, all);
  }
}
