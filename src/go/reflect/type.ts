/**
 * Go's types, interned: two structurally equal unnamed types are the same object, so `===` is Go's type identity.
 * https://pkg.go.dev/reflect#Type and https://go.dev/ref/spec#Type_identity
 */

import { GoPanic, nilPointerPanic } from '../errors';
import { quote } from '../strconv';
import { type Family, type Kind, bitsOf, familyOf } from './kind';

/** A complex number, both parts as float64. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** A slice header as Go has it: `array[offset … offset+length)` is visible, `capacity` counts from `offset`. */
export interface RawSlice {
  readonly array: readonly Raw[];
  readonly offset: number;
  readonly length: number;
  readonly capacity: number;
}

/** What a map holds; `GoMap` in `map.ts` implements it. Iteration order is insertion order: sort before showing it. */
export interface RawMap {
  readonly size: number;
  get(key: Raw): Raw | undefined;
  entries(): Iterable<readonly [key: Raw, element: Raw]>;
}

/** A non-nil pointer; two pointers are equal in Go when they are the same object here. */
export interface RawPointer {
  value: Raw;
}

/** What a non-nil interface holds: a concrete (never interface) type and its raw value. */
export interface Dynamic {
  readonly type: Type;
  readonly v: Raw;
}

/** A channel that is only ever drained; `closed` false means a receive past the end would block for ever. */
export interface RawChan {
  readonly queue: readonly Raw[];
  readonly closed: boolean;
}

/** A non-nil function. Arguments and results are raw values of the function type's parameter and result types. */
export type RawFunc = (...args: readonly Raw[]) => readonly Raw[];

/**
 * A Go value without its type. By kind:
 * bool → boolean · every integer → bigint · floats → number · complex → Complex · string → JS string (see `utf8.ts`
 * for bytes that are not UTF-8) · array, struct → readonly Raw[] (struct: by field index) · slice → RawSlice or null ·
 * map → RawMap or null · ptr → RawPointer or null · interface → Dynamic or null · func → RawFunc or null · chan →
 * RawChan or null.
 */
export type Raw =
  | boolean
  | bigint
  | number
  | string
  | null
  | Complex
  | readonly Raw[]
  | RawSlice
  | RawMap
  | RawPointer
  | Dynamic
  | RawFunc
  | RawChan;

/** A struct field. `tag` is the raw struct tag without its quotes, for example `json:"status,omitempty"`. */
export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly tag: string;
  readonly embedded: boolean;
}

/**
 * A declared method. `type` is its func type without the receiver. `call` gets the receiver's raw value (a RawPointer
 * when `pointer`) and returns the raw results; it may throw a `GoPanic`.
 */
export interface Method {
  readonly name: string;
  readonly type: Type;
  readonly pointer: boolean;
  readonly call: (receiver: Raw, args: readonly Raw[]) => readonly Raw[];
}

/** A method an interface type requires. */
export interface InterfaceMethod {
  readonly name: string;
  readonly type: Type;
}

/** The direction of a channel type. */
export type ChanDir = 'both' | 'recv' | 'send';

/** What distinguishes a type beyond its kind; which members are set depends on the kind. */
interface TypeParts {
  readonly name?: string;
  readonly elem?: Type;
  readonly key?: Type;
  readonly length?: number;
  readonly fields?: readonly Field[];
  readonly in?: readonly Type[];
  readonly out?: readonly Type[];
  readonly variadic?: boolean;
  readonly interfaceMethods?: readonly InterfaceMethod[];
  readonly dir?: ChanDir;
}

let typeCount = 0;

/** One Go type. Construct types only with the functions of this module; they intern. */
export class Type {
  /** A number that is this type's own, for building interning and map keys. */
  readonly id: number = typeCount++;
  readonly kind: Kind;
  /** The kind without the size of a number. */
  readonly family: Family;
  /** The size of a number in bits, as `reflect.Type.Bits`; 0 for other kinds. */
  readonly bits: number;
  /** `pkg.Name` for a defined type, `int` for a predeclared one, `''` for a type literal. */
  readonly name: string;
  readonly fields: readonly Field[];
  readonly in: readonly Type[];
  readonly out: readonly Type[];
  readonly variadic: boolean;
  readonly interfaceMethods: readonly InterfaceMethod[];
  /** Array length; 0 for other kinds. */
  readonly length: number;
  readonly dir: ChanDir;
  private declaredMethods: readonly Method[] = [];
  private readonly parts: TypeParts;
  private text: string | null = null;
  private fieldIndex: ReadonlyMap<string, readonly number[]> | null = null;
  private plainFields: ReadonlyMap<string, number> | null = null;
  private methodSets: {
    readonly value: ReadonlyMap<string, Method>;
    readonly pointer: ReadonlyMap<string, Method>;
  } | null = null;

  /** @internal */
  constructor(kind: Kind, parts: TypeParts) {
    this.kind = kind;
    this.family = familyOf(kind);
    this.bits = bitsOf(kind);
    this.parts = parts;
    this.name = parts.name ?? '';
    this.fields = parts.fields ?? [];
    this.in = parts.in ?? [];
    this.out = parts.out ?? [];
    this.variadic = parts.variadic ?? false;
    this.interfaceMethods = parts.interfaceMethods ?? [];
    this.length = parts.length ?? 0;
    this.dir = parts.dir ?? 'both';
  }

  /** The element type of an array, chan, map, pointer or slice. Throws for any other kind, as `reflect` panics. */
  get elem(): Type {
    if (this.parts.elem === undefined) throw new TypeError(`reflect: Elem of invalid type ${this.toString()}`);
    return this.parts.elem;
  }

  /** A map's key type. Throws for any other kind. */
  get key(): Type {
    if (this.parts.key === undefined) throw new TypeError(`reflect: Key of non-map type ${this.toString()}`);
    return this.parts.key;
  }

  /** The name without its package, which is `Type.Name()` in Go; a type literal has none. */
  get bareName(): string {
    return this.name.slice(this.name.lastIndexOf('.') + 1);
  }

  /** Whether values are integers, signed or not. */
  get isInteger(): boolean {
    return this.family === 'int' || this.family === 'uint';
  }

  /** What Go's `%T` prints. */
  toString(): string {
    return (this.text ??= this.name !== '' ? this.name : typeLiteral(this));
  }

  /** @internal Gives a defined type its methods; `defineMethods` is the way in. */
  setMethods(methods: readonly Method[]): void {
    this.declaredMethods = methods;
    this.methodSets = null;
    this.plainFields = null;
  }

  /**
   * The method set: of `T` the value receivers, of `*T` (ask the pointer type) all of them; methods promoted through
   * embedded fields included; of an interface type nothing (see `interfaceMethods`). Sorted by name, as Go keeps it.
   */
  get methods(): ReadonlyMap<string, Method> {
    if (this.kind === 'ptr') return this.name === '' ? this.elem.bothMethodSets().pointer : noMethods;
    return this.bothMethodSets().value;
  }

  /** The method set of a pointer to this type: what can be called on an addressable value. */
  get methodsOfPointer(): ReadonlyMap<string, Method> {
    return this.bothMethodSets().pointer;
  }

  private bothMethodSets(): {
    readonly value: ReadonlyMap<string, Method>;
    readonly pointer: ReadonlyMap<string, Method>;
  } {
    return (this.methodSets ??= buildMethodSets(this, this.declaredMethods));
  }

  /**
   * The index path of the field `name` under Go's promotion rules (shallowest wins, ambiguity means none), or null.
   * https://go.dev/ref/spec#Selectors
   */
  fieldByName(name: string): readonly number[] | null {
    this.fieldIndex ??= buildFieldIndex(this);
    return this.fieldIndex.get(name) ?? null;
  }

  /** The index of a struct's own exported field, which a selector of its name always means; −1 where there is none. */
  plainField(name: string): number {
    this.plainFields ??= buildPlainFields(this);
    return this.plainFields.get(name) ?? -1;
  }
}

const noMethods: ReadonlyMap<string, Method> = new Map();

/** Whether a Go identifier is exported: its first character is an upper-case letter. */
export function isExported(name: string): boolean {
  const first = name.charCodeAt(0);
  if (first < 0x80) return first >= 0x41 && first <= 0x5a;
  return /^\p{Lu}/u.test(name);
}

function typeLiteral(t: Type): string {
  switch (t.kind) {
    case 'ptr':
      return `*${t.elem.toString()}`;
    case 'slice':
      return `[]${t.elem.toString()}`;
    case 'array':
      return `[${String(t.length)}]${t.elem.toString()}`;
    case 'map':
      return `map[${t.key.toString()}]${t.elem.toString()}`;
    case 'chan': {
      const elem = t.elem.toString();
      if (t.dir === 'recv') return `<-chan ${elem}`;
      if (t.dir === 'send') return `chan<- ${elem}`;
      return elem.startsWith('<-') ? `chan (${elem})` : `chan ${elem}`;
    }
    case 'func':
      return `func${signature(t)}`;
    case 'interface':
      if (t.interfaceMethods.length === 0) return 'interface {}';
      return `interface { ${t.interfaceMethods.map((m) => m.name + signature(m.type)).join('; ')} }`;
    case 'struct':
      if (t.fields.length === 0) return 'struct {}';
      return `struct { ${t.fields.map(fieldLiteral).join('; ')} }`;
    default:
      return t.kind;
  }
}

function fieldLiteral(f: Field): string {
  const tag = f.tag === '' ? '' : ` ${quote(f.tag)}`;
  return f.embedded ? `${f.type.toString()}${tag}` : `${f.name} ${f.type.toString()}${tag}`;
}

function signature(t: Type): string {
  const params = t.in.map((p, i) => (t.variadic && i === t.in.length - 1 ? `...${p.elem.toString()}` : p.toString()));
  const results = t.out.map((r) => r.toString());
  const tail = results.length === 0 ? '' : results.length === 1 ? ` ${results.join('')}` : ` (${results.join(', ')})`;
  return `(${params.join(', ')})${tail}`;
}

/** One place a field or method was found while walking embedded structs breadth first. */
interface Level {
  readonly type: Type;
  readonly path: readonly number[];
}

function buildFieldIndex(t: Type): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  if (t.kind !== 'struct') return found;
  const seen = new Set<Type>();
  for (let level: readonly Level[] = [{ type: t, path: [] }]; level.length > 0;) {
    const next: Level[] = [];
    const here = new Map<string, readonly number[] | null>();
    for (const { type, path } of level) {
      if (seen.has(type)) continue;
      for (const [i, f] of type.fields.entries()) {
        const at = [...path, i];
        if (!found.has(f.name)) here.set(f.name, here.has(f.name) ? null : at);
        const inner = f.embedded ? structBehind(f.type) : null;
        if (inner !== null) next.push({ type: inner, path: at });
      }
    }
    for (const { type } of level) seen.add(type);
    for (const [name, at] of here) found.set(name, at ?? []);
    level = next;
  }
  for (const [name, at] of found) if (at.length === 0) found.delete(name);
  return found;
}

function buildPlainFields(t: Type): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [i, { name }] of t.fields.entries()) {
    const isMeant = t.fieldByName(name)?.length === 1 && !t.methodsOfPointer.has(name);
    if (isMeant && isExported(name)) found.set(name, i);
  }
  return found;
}

function structBehind(t: Type): Type | null {
  const s = t.kind === 'ptr' ? t.elem : t;
  return s.kind === 'struct' ? s : null;
}

function buildMethodSets(
  t: Type,
  declared: readonly Method[],
): { value: Map<string, Method>; pointer: Map<string, Method> } {
  const value = new Map<string, Method>();
  const pointer = new Map<string, Method>();
  for (const m of declared) {
    if (!m.pointer) value.set(m.name, m);
    pointer.set(m.name, m.pointer ? m : ownThroughPointer(t, m));
  }
  if (t.kind === 'struct') promote(t, value, pointer);
  return { value: sorted(value), pointer: sorted(pointer) };
}

/** A type's own value method called through a pointer; Go has a message of its own for a nil one. */
function ownThroughPointer(t: Type, m: Method): Method {
  const complaint = `value method ${t.name}.${m.name} called using nil *${t.bareName} pointer`;
  return {
    ...m,
    pointer: true,
    call: (receiver, args) => {
      if (receiver === null) throw new GoPanic(complaint, 'error');
      return m.call((receiver as RawPointer).value, args);
    },
  };
}

/** A value-receiver method called through a pointer receives what the pointer points at. */
function throughPointer(m: Method): Method {
  return { ...m, pointer: true, call: (receiver, args) => m.call(pointee(receiver), args) };
}

function pointee(receiver: Raw): Raw {
  if (receiver === null) throw nilPointerPanic();
  return (receiver as RawPointer).value;
}

function promote(t: Type, value: Map<string, Method>, pointer: Map<string, Method>): void {
  for (const [i, f] of t.fields.entries()) {
    if (!f.embedded) continue;
    const take = (receiver: Raw): Raw => (receiver as readonly Raw[])[i] ?? null;
    const inner: readonly Method[] =
      f.type.kind === 'interface' ? interfaceAsMethods(f.type) : [...f.type.methods.values()];
    for (const m of inner) {
      if (t.fieldByName(m.name) !== null) continue;
      const ofTarget = f.type.kind === 'ptr' ? f.type.elem.methods.get(m.name) : undefined;
      const call: Method['call'] =
        ofTarget === undefined ? (r, a) => m.call(take(r), a) : (r, a) => ofTarget.call(pointee(take(r)), a);
      const asValue: Method = { name: m.name, type: m.type, pointer: false, call };
      if (!value.has(m.name)) value.set(m.name, asValue);
      if (!pointer.has(m.name)) pointer.set(m.name, throughPointer(asValue));
    }
    if (f.type.kind === 'ptr' || f.type.kind === 'interface') continue;
    for (const m of pointerTo(f.type).methods.values()) {
      if (pointer.has(m.name) || t.fieldByName(m.name) !== null) continue;
      pointer.set(m.name, {
        name: m.name,
        type: m.type,
        pointer: true,
        call: (r, a) => m.call({ value: take(pointee(r)) }, a),
      });
    }
  }
}

function interfaceAsMethods(t: Type): readonly Method[] {
  return t.interfaceMethods.map((m) => ({
    name: m.name,
    type: m.type,
    pointer: false,
    call: (receiver, args) => {
      if (receiver === null) throw nilPointerPanic();
      const held = receiver as Dynamic;
      const found = held.type.methods.get(m.name);
      if (found === undefined) throw new TypeError(`${held.type.toString()} lacks method ${m.name}`);
      return found.call(held.v, args);
    },
  }));
}

function sorted(methods: Map<string, Method>): Map<string, Method> {
  return new Map([...methods].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Types nobody holds any more are let go: a playground makes a new one for every change of a custom field's name. */
const interned = new Map<string, WeakRef<Type>>();

const collected = new FinalizationRegistry<string>((key) => {
  if (interned.get(key)?.deref() === undefined) interned.delete(key);
});

function intern(key: string, make: () => Type): Type {
  let t = interned.get(key)?.deref();
  if (t === undefined) {
    t = make();
    interned.set(key, new WeakRef(t));
    collected.register(t, key);
  }
  return t;
}

/** The predeclared type of a basic kind; `byte` is `uint8`, `rune` is `int32`. */
export function basicType(kind: Kind): Type {
  return intern(`basic ${kind}`, () => new Type(kind, { name: kind }));
}

/** The type of the zero `reflect.Value`; it prints as `invalid`. */
export const invalidType: Type = basicType('invalid');
export const boolType: Type = basicType('bool');
export const intType: Type = basicType('int');
export const uint8Type: Type = basicType('uint8');
export const float64Type: Type = basicType('float64');
export const complex128Type: Type = basicType('complex128');
export const stringType: Type = basicType('string');

/** The type `*elem`: `reflect.PointerTo`. */
export function pointerTo(elem: Type): Type {
  return intern(`*${String(elem.id)}`, () => new Type('ptr', { elem }));
}

/** The type `[]elem`: `reflect.SliceOf`. */
export function sliceOf(elem: Type): Type {
  return intern(`[]${String(elem.id)}`, () => new Type('slice', { elem }));
}

/** The type `[length]elem`: `reflect.ArrayOf`. */
export function arrayOf(length: number, elem: Type): Type {
  return intern(`[${String(length)}]${String(elem.id)}`, () => new Type('array', { elem, length }));
}

/** The type `map[key]elem`: `reflect.MapOf`. */
export function mapOf(key: Type, elem: Type): Type {
  return intern(`map[${String(key.id)}]${String(elem.id)}`, () => new Type('map', { key, elem }));
}

/** The type of a channel of `elem` in one or both directions: `reflect.ChanOf`. */
export function chanOf(dir: ChanDir, elem: Type): Type {
  return intern(`chan ${dir} ${String(elem.id)}`, () => new Type('chan', { elem, dir }));
}

/** A func type; with `variadic` the last of `params` is the slice type that collects the rest. */
export function funcOf(params: readonly Type[], results: readonly Type[], variadic = false): Type {
  const key = `func(${params.map((t) => t.id).join()})(${results.map((t) => t.id).join()})${variadic ? '...' : ''}`;
  return intern(key, () => new Type('func', { in: params, out: results, variadic }));
}

/** A struct type literal; `tag` and `embedded` default to none. */
export function structOf(fields: readonly (Pick<Field, 'name' | 'type'> & Partial<Field>)[]): Type {
  const full = fields.map((f): Field => ({
    name: f.name,
    type: f.type,
    tag: f.tag ?? '',
    embedded: f.embedded ?? false,
  }));
  const key = `struct ${JSON.stringify(full.map((f) => [f.name, f.type.id, f.tag, f.embedded]))}`;
  return intern(key, () => new Type('struct', { fields: full }));
}

/** An interface type literal; the order of its methods does not matter. */
export function interfaceOf(methods: readonly InterfaceMethod[]): Type {
  const ordered = [...methods].sort((a, b) => (a.name < b.name ? -1 : 1));
  const key = `interface ${ordered.map((m) => `${m.name} ${String(m.type.id)}`).join()}`;
  return intern(key, () => new Type('interface', { interfaceMethods: ordered }));
}

/** `interface {}`, also called `any`. */
export const anyType: Type = interfaceOf([]);

/**
 * A new defined type, distinct from every other, with `underlying`'s structure; `name` as `%T` prints it
 * (`model.Kind`). Give it methods with `defineMethods`.
 */
export function defineType(name: string, underlying: Type): Type {
  const parts: TypeParts = {
    name,
    fields: underlying.fields,
    in: underlying.in,
    out: underlying.out,
    variadic: underlying.variadic,
    interfaceMethods: underlying.interfaceMethods,
    length: underlying.length,
    dir: underlying.dir,
    ...(['array', 'chan', 'map', 'ptr', 'slice'].includes(underlying.kind) ? { elem: underlying.elem } : {}),
    ...(underlying.kind === 'map' ? { key: underlying.key } : {}),
  };
  return new Type(underlying.kind, parts);
}

/** Declares the methods of a defined type; once, right after `defineType`, because they may mention the type. */
export function defineMethods(type: Type, methods: readonly Method[]): void {
  type.setMethods(methods);
}

/** The predeclared interface `error`. */
export const errorType: Type = defineType(
  'error',
  interfaceOf([{ name: 'Error', type: funcOf([], [basicType('string')]) }]),
);

/** Whether values of `t` satisfy the interface type `iface`. */
export function implementsInterface(t: Type, iface: Type): boolean {
  return iface.interfaceMethods.every((want) => {
    const have =
      t.kind === 'interface' ? t.interfaceMethods.find((m) => m.name === want.name) : t.methods.get(want.name);
    return have !== undefined && have.type === want.type;
  });
}

/**
 * The structure under a defined type, as a comparable text: two types share it when Go calls them convertible by
 * structure.
 */
function sameUnderlying(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'ptr':
    case 'slice':
      return a.elem === b.elem;
    case 'chan':
      return a.elem === b.elem && a.dir === b.dir;
    case 'array':
      return a.length === b.length && a.elem === b.elem;
    case 'map':
      return a.key === b.key && a.elem === b.elem;
    case 'func':
      return (
        a.variadic === b.variadic &&
        a.in.length === b.in.length &&
        a.out.length === b.out.length &&
        a.in.every((t, i) => t === b.in[i]) &&
        a.out.every((t, i) => t === b.out[i])
      );
    case 'struct':
      return (
        a.fields.length === b.fields.length &&
        a.fields.every((f, i) => {
          const g = b.fields[i];
          return (
            g !== undefined && f.name === g.name && f.type === g.type && f.tag === g.tag && f.embedded === g.embedded
          );
        })
      );
    case 'interface':
      return a.interfaceMethods.length === b.interfaceMethods.length && implementsInterface(a, b);
    default:
      return true;
  }
}

/** Whether a value of type `from` may be assigned to a variable of type `to`. https://go.dev/ref/spec#Assignability */
export function assignableTo(from: Type, to: Type): boolean {
  if (from === to) return true;
  if (to.kind === 'interface') return implementsInterface(from, to);
  return (from.name === '' || to.name === '') && from.kind === to.kind && sameUnderlying(from, to);
}

/** Whether `==` is allowed on values of this type (an interface may still hold something that is not comparable). */
export function comparable(t: Type): boolean {
  switch (t.kind) {
    case 'func':
    case 'map':
    case 'slice':
      return false;
    case 'array':
      return comparable(t.elem);
    case 'struct':
      return t.fields.every((f) => comparable(f.type));
    default:
      return true;
  }
}
