/** What `json.Marshal` has to know about a type before it sees a value, found out once for each type. */
import {
  type Dynamic,
  type Raw,
  type RawPointer,
  type RawSlice,
  type Type,
  boolType,
  errorType,
  funcOf,
  implementsInterface,
  interfaceOf,
  pointerTo,
  sliceOf,
  uint8Type,
} from '../reflect/type';
import { isZeroRaw } from '../reflect/value';
import { type JsonField, jsonFields } from './fields';
import { quoteJson } from './text';

const marshalMethod = funcOf([], [sliceOf(uint8Type), errorType]);
const jsonMarshaler = interfaceOf([{ name: 'MarshalJSON', type: marshalMethod }]);
const textMarshaler = interfaceOf([{ name: 'MarshalText', type: marshalMethod }]);
const zeroer = interfaceOf([{ name: 'IsZero', type: funcOf([], [boolType]) }]);

/** A method with which a type writes itself: what it returns for a value, bytes and an error. */
export interface Marshaler {
  readonly name: 'MarshalJSON' | 'MarshalText';
  readonly call: (raw: Raw) => readonly [bytes: RawSlice | null, failure: Dynamic | null];
}

/** What `omitzero` leaves out: a type's own `IsZero` decides, where it has one. */
type IsZero = (raw: Raw) => boolean;

/** A field of a struct, its key ready to be written. */
export interface FieldPlan {
  readonly field: JsonField;
  /** The quoted name and the colon, after the opening brace or after a comma. */
  readonly firstKey: string;
  readonly nextKey: string;
  /** The field's index in the struct, or −1 when it is promoted and has to be looked up by its path. */
  readonly index: number;
  readonly isZero: IsZero;
  readonly plan: Plan;
}

/** How the values of a type are written. Use `planOf`; there is one for each type. */
export class Plan {
  /** The method that writes a value, and the one that writes a variable, which may want its address. */
  readonly ofValue: Marshaler | null;
  readonly ofVariable: Marshaler | null;
  private elemPlan: Plan | null = null;
  private fieldPlans: readonly FieldPlan[] | null = null;

  constructor(readonly type: Type) {
    const json = byValue(type, 'MarshalJSON', jsonMarshaler);
    const text = byValue(type, 'MarshalText', textMarshaler);
    this.ofValue = json ?? text;
    this.ofVariable =
      byAddress(type, 'MarshalJSON', jsonMarshaler) ?? json ?? byAddress(type, 'MarshalText', textMarshaler) ?? text;
  }

  /** Of the type's elements. */
  get elem(): Plan {
    return (this.elemPlan ??= planOf(this.type.elem));
  }

  /** A struct's fields in the order they are written. */
  get fields(): readonly FieldPlan[] {
    return (this.fieldPlans ??= jsonFields(this.type).map(fieldPlan));
  }
}

const plans = new WeakMap<Type, Plan>();

/** The plan of a type. */
export function planOf(type: Type): Plan {
  let plan = plans.get(type);
  if (plan === undefined) {
    plan = new Plan(type);
    plans.set(type, plan);
  }
  return plan;
}

function fieldPlan(field: JsonField): FieldPlan {
  const { name, path, type } = field;
  const index = path.length === 1 ? (path[0] ?? -1) : -1;
  const key = `${quoteJson(name)}:`;
  return { field, firstKey: `{${key}`, nextKey: `,${key}`, index, isZero: zeroTest(type), plan: planOf(type) };
}

function byValue(type: Type, name: Marshaler['name'], wanted: Type): Marshaler | null {
  return implementsInterface(type, wanted) ? { name, call: marshalCall(methodOf(type, name)) } : null;
}

function byAddress(type: Type, name: Marshaler['name'], wanted: Type): Marshaler | null {
  if (type.kind === 'ptr' || !implementsInterface(pointerTo(type), wanted)) return null;
  const call = marshalCall(methodOf(pointerTo(type), name));
  return { name, call: (raw) => call({ value: raw }) };
}

function marshalCall(method: (receiver: Raw) => readonly Raw[]): Marshaler['call'] {
  return (raw) => {
    const [bytes = null, failure = null] = method(raw);
    return [bytes as RawSlice | null, failure as Dynamic | null];
  };
}

function zeroTest(type: Type): IsZero {
  if (implementsInterface(type, zeroer)) {
    const method = methodOf(type, 'IsZero');
    return (raw) => {
      if (type.kind === 'interface' || type.kind === 'ptr') {
        if (raw === null) return true;
        if (type.kind === 'interface' && (raw as Dynamic).type.kind === 'ptr' && (raw as Dynamic).v === null)
          return true;
      }
      return method(raw)[0] === true;
    };
  }
  if (type.kind !== 'interface' && implementsInterface(pointerTo(type), zeroer)) {
    const method = methodOf(pointerTo(type), 'IsZero');
    return (raw) => method({ value: raw } satisfies RawPointer)[0] === true;
  }
  return (raw) => isZeroRaw(type, raw);
}

/** How a map's keys are turned into text by their own method, if they have one. */
export function keyMarshaler(key: Type): Marshaler | null {
  return byValue(key, 'MarshalText', textMarshaler);
}

/** A method without arguments of a type that is known to have it. */
function methodOf(type: Type, name: string): (receiver: Raw) => readonly Raw[] {
  const own = type.kind === 'interface' ? undefined : type.methods.get(name);
  return (receiver) => {
    if (own !== undefined) return own.call(receiver, []);
    const held = receiver as Dynamic;
    return held.type.methods.get(name)?.call(held.v, []) ?? [];
  };
}
