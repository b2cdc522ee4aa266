/** What the value of an action does to the JSON. */
import type { Type } from '../../go';
import type { Environment } from '../environment';
import type { Known } from '../types/known';
import type { FaultCode } from './faults';
import { type Listener, type Origin, ended, feed } from './machine';
import { type JsonState, afterComma, afterValue, inMode, inString, keyOf, unknown } from './state';

/** The place of an action, and whom to tell. */
export interface Place {
  readonly environment: Environment;
  readonly origin: Origin & { readonly from: number; readonly to: number };
  readonly listener: Listener;
  /** Files a fault of the value itself; `anyData` when it does not depend on the value. */
  readonly blame: (code: FaultCode, state: JsonState, anyData: boolean) => void;
  /** How many values may still be written for this action, which may be made of many. */
  readonly budget: { left: number };
  /** Something is written of which nothing is known. */
  readonly unsure: () => void;
}

const special = /["\\\u0000-\u001f]/; // eslint-disable-line no-control-regex -- they are what breaks a JSON string

/** Whether a text can stand in a JSON string as it is. */
function fits(text: string): boolean {
  return !special.test(text);
}

/** Whether a text can stand in a JSON string as it is: never, as a rule, or surely. */
type Fit = 'no' | 'as a rule' | 'surely';

const judged = new WeakMap<Environment, WeakMap<Known, Fit>>();

/** Whether all that a value can be can stand in a JSON string as it is. */
function fitOf(known: Known, environment: Environment): Fit {
  const { by } = known.made;
  if (known.texts !== null || by === 'data' || by === 'harmless' || by === 'json') return judge(known, environment);
  let ofWorld = judged.get(environment);
  if (ofWorld === undefined) judged.set(environment, (ofWorld = new WeakMap()));
  let fit = ofWorld.get(known);
  // Values are made of others again and again: each is judged once.
  if (fit === undefined) ofWorld.set(known, (fit = judge(known, environment)));
  return fit;
}

function isPlain(known: Known, environment: Environment): boolean {
  return fitOf(known, environment) !== 'no';
}

function judge(known: Known, environment: Environment): Fit {
  const { made, type, texts, field } = known;
  if (isEmpty(known)) return 'surely';
  if (texts !== null) return surely(texts.every(fits));
  // Nothing is printed as <no value>.
  if (type?.kind === 'invalid' || made.by === 'harmless') return 'surely';
  const all = (of: readonly Known[]): Fit => worst(of.map((one) => fitOf(one, environment)));
  switch (made.by) {
    case 'json':
      return surely(made.of.type !== null && isScalar(made.of.type));
    case 'part':
      return fitOf(made.of, environment);
    case 'joined':
    case 'either':
      return all(made.of);
    case 'escaped':
      if (made.function === 'urlquery') return 'surely';
      // js puts a backslash before single quotes too, which JSON does not know.
      return made.function === '%q' || all(made.of) === 'no'
        ? 'no'
        : made.function === 'js'
          ? 'as a rule'
          : all(made.of);
    case 'data': {
      if (type === null) return 'no';
      const plain = field === null ? null : environment.plain(field.struct.toString(), field.name);
      if (plain !== null) return plain.isSure ? 'surely' : 'as a rule';
      return isScalar(type) ? 'surely' : fitOfText(type, environment);
    }
    default:
      return 'no';
  }
}

/** Whether a text is surely empty, as guards around the place say. */
function isEmpty({ type, most }: Known): boolean {
  return most === 0 && type?.kind === 'string';
}

function surely(fits: boolean): Fit {
  return fits ? 'surely' : 'no';
}

function worst(fits: readonly Fit[]): Fit {
  if (fits.includes('no')) return 'no';
  return fits.includes('as a rule') ? 'as a rule' : 'surely';
}

function isScalar({ family, methods }: Type): boolean {
  return methods.size === 0 && (family === 'bool' || family === 'int' || family === 'uint' || family === 'float');
}

/** A struct that writes itself as text is as plain as its fields. */
function fitOfText(type: Type, environment: Environment): Fit {
  if (type.kind !== 'struct' || !type.methods.has('String')) return 'no';
  const struct = type.toString();
  return worst(
    type.fields.map(({ name }) => {
      const plain = environment.plain(struct, name);
      return plain === null ? 'no' : plain.isSure ? 'surely' : 'as a rule';
    }),
  );
}

/** The states after a value is written in a state. */
export function write(state: JsonState, known: Known, place: Place): readonly JsonState[] {
  if (state.mode === 'unknown' || state.mode === 'ended') return [state];
  if (--place.budget.left < 0) return [unknownAt(place)];
  if (isEmpty(known)) return [state];
  const { made } = known;
  const [only] = made.by === 'joined' && made.of.length === 1 && known.texts === null ? made.of : [];
  if (only !== undefined) return write(state, only, place);
  if (inString(state)) return writeInString(state, known, place);
  return writeOutside(state, known, place);
}

function writeInString(state: JsonState, known: Known, place: Place): readonly JsonState[] {
  if (state.mode !== 'string') {
    if (known.constant === null) return [unknownAt(place)];
    return texts(state, known, place, 'unescaped-text');
  }
  const { made, type } = known;
  const fit = fitOf(known, place.environment);
  if (fit === 'as a rule') place.unsure();
  if (fit !== 'no') return [state];
  if (known.texts !== null) return texts(state, known, place, 'unescaped-text');
  const blame = (code: FaultCode, anyData: boolean): readonly JsonState[] => {
    place.blame(code, state, anyData);
    return [state];
  };
  switch (made.by) {
    case 'inside':
      return [state];
    case 'json':
      if (made.of.type === null || made.of.type.kind === 'interface') return unsure(state, place);
      return blame('json-in-quotes', made.of.type.kind === 'string');
    case 'tail':
      return [state.isKey ? inMode('colon', state.stack) : afterValue(state.stack)];
    case 'joined':
      return inOrder(state, made.of, place);
    case 'either':
      return distinct(made.of.flatMap((one) => write(state, one, place)));
    case 'escaped':
      if (made.of.some((of) => of.type === null)) return unsure(state, place);
      return blame('not-json-escaping', made.function === '%q');
    case 'part':
      return isOfText(made.of) ? blame('unescaped-text', false) : [unknownAt(place)];
    default:
      if (type === null || type.kind === 'interface') return unsure(state, place);
      return blame('unescaped-text', false);
  }
}

/** Whether a part is of a text that the data has, and not of one that was made of JSON. */
function isOfText({ made, type }: Known): boolean {
  if (type === null || type.kind === 'interface') return false;
  if (made.by === 'part') return isOfText(made.of);
  if (made.by === 'joined' || made.by === 'either') return made.of.some(isOfText);
  return made.by === 'data' || made.by === 'escaped';
}

function unsure(state: JsonState, place: Place): readonly JsonState[] {
  place.unsure();
  return [state];
}

function unknownAt(place: Place): JsonState {
  place.unsure();
  return unknown;
}

/** One after another, each in the states that those before it leave. */
function inOrder(state: JsonState, pieces: readonly Known[], place: Place): readonly JsonState[] {
  let states: readonly JsonState[] = [state];
  for (const piece of pieces) states = distinct(states.flatMap((before) => write(before, piece, place))).slice(0, 8);
  return states;
}

function distinct(states: readonly JsonState[]): readonly JsonState[] {
  return states.length < 2 ? states : [...new Map(states.map((state) => [keyOf(state), state])).values()];
}

/** Reads each of the texts; where one does not fit, that is said once, and the value counts as written. */
function texts(state: JsonState, known: Known, place: Place, code: FaultCode): readonly JsonState[] {
  const after: JsonState[] = [];
  let faulty = 0;
  const all = known.texts ?? [];
  for (const text of all) {
    const { states, faults } = tried(place, (listener) => {
      const end = feed(state, text, place.origin, place.environment, listener);
      return [ended(end, place.origin, place.environment, listener).mode === 'unknown' ? unknown : end];
    });
    if (faults > 0) faulty++;
    else after.push(...states);
  }
  if (faulty > 0) {
    place.blame(code, state, faulty === all.length);
    after.push(...recovered(state, place));
  }
  return distinct(after);
}

/** Does something with a listener that only counts. */
function tried(
  place: Place,
  run: (listener: Listener, place: Place) => readonly JsonState[],
): { readonly states: readonly JsonState[]; readonly faults: number } {
  let faults = 0;
  const listener: Listener = { fault: () => faults++, closed: () => undefined, unsure: place.unsure };
  const states = run(listener, { ...place, listener, blame: () => faults++ });
  return { states, faults };
}

/** After a value that was none: as if it had been one. */
function recovered(state: JsonState, place: Place): readonly JsonState[] {
  if (inString(state)) return [state];
  const listener: Listener = { fault: () => undefined, closed: () => undefined, unsure: () => undefined };
  const silent: Place = { ...place, listener };
  return [value(state, 'string', silent)];
}

/** The words of JSON. */
const words = ['true', 'false', 'null'] as const;

function writeOutside(state: JsonState, known: Known, place: Place): readonly JsonState[] {
  const { made, type } = known;
  if (state.mode === 'word' || state.mode === 'name' || state.mode === 'number') {
    if (state.mode === 'number' && type !== null && isScalar(type))
      return [{ ...state, text: state.text.endsWith('??') ? state.text : `${state.text}?` }];
    if (known.texts !== null) return texts(state, known, place, 'unquoted-text');
    if (state.mode === 'name') {
      place.listener.fault('bare-name', place.origin.from, place.origin.to, state);
      return [unknown];
    }
    if (state.mode === 'word' && !words.some((word) => word.startsWith(state.text))) {
      place.listener.fault('bare-word', place.origin.from, place.origin.to, state);
      return [afterValue(state.stack)];
    }
    return [unknownAt(place)];
  }
  if (known.texts !== null && made.by !== 'json') return texts(state, known, place, 'unquoted-text');
  const blame = (code: FaultCode): readonly JsonState[] => {
    if (isComplete(state)) return unsure(state, place);
    place.blame(code, state, false);
    return recovered(state, place);
  };
  switch (made.by) {
    case 'json':
      return [value(state, kindOfJson(made.of.type), place)];
    case 'joined':
    case 'either': {
      const { states, faults } = tried(place, (_, silent) =>
        made.by === 'joined'
          ? inOrder(state, made.of, silent)
          : distinct(made.of.flatMap((one) => write(state, one, silent))),
      );
      if (faults === 0) {
        if (states.some(({ mode }) => mode === 'unknown')) place.unsure();
        return states;
      }
      return blame(made.by === 'joined' && startsWithQuote(made.of) ? 'unescaped-text' : 'unquoted-text');
    }
    case 'escaped':
      if (made.function !== '%q') return blame('unquoted-text');
      // Quotes and backslashes are as in JSON; of other characters that cannot be seen Go writes \U0001F600 or \x7f.
      if (!made.of.every((of) => isPlain(of, place.environment))) place.blame('not-json-escaping', state, false);
      else if (made.of.some((of) => fitOf(of, place.environment) === 'as a rule')) place.unsure();
      return [value(state, 'string', place)];
    case 'part':
      return isOfText(made.of) ? blame('unquoted-text') : [unknownAt(place)];
    case 'inside':
    case 'tail':
      return [unknownAt(place)];
    default:
  }
  if (type === null || type.kind === 'interface') return [unknownAt(place)];
  if (type.family === 'bool' && type.methods.size === 0) return [value(state, 'other', place)];
  if (isScalar(type)) return [value(state, 'number', place)];
  if (type.kind === 'string' || type.methods.has('String')) return blame('unquoted-text');
  return blame('list-in-json');
}

function startsWithQuote([first]: readonly Known[]): boolean {
  return first?.texts?.every((text) => text.trimStart().startsWith('"')) ?? false;
}

function isComplete({ mode, stack }: JsonState): boolean {
  return mode === 'after' && stack === '';
}

/** What a whole JSON value is: `other` is no string and no number, `any` may be one. */
type ValueKind = 'string' | 'number' | 'other' | 'any';

/** What a value of a type is written as. */
function kindOfJson(type: Type | null): ValueKind {
  if (type?.kind === 'string') return 'string';
  if (type === null || type.methods.size > 0 || type.methodsOfPointer.size > 0) return 'any';
  const isList = type.kind === 'slice' && type.elem.kind !== 'uint8';
  return isList || type.kind === 'map' || type.kind === 'struct' || isScalar(type) ? 'other' : 'any';
}

/** The state after a whole JSON value. */
function value(state: JsonState, kind: ValueKind, place: Place): JsonState {
  const { from, to } = place.origin;
  const isNoKey = kind === 'number' || kind === 'other';
  switch (state.mode) {
    case 'first-key':
    case 'next-key':
      if (kind === 'string') return inMode('colon', state.stack);
      if (isNoKey) place.listener.fault('unexpected-text', from, to, state);
      return unknownAt(place);
    case 'colon':
      place.listener.fault('missing-colon', from, to, state);
      return afterValue(state.stack);
    case 'after':
      if (state.stack === '') {
        place.listener.fault('text-after-json', from, to, state);
        return inMode('ended', '');
      }
      if (isNoKey && state.stack.endsWith('o')) {
        // After a comma there would be a key.
        place.listener.fault('unexpected-text', from, to, state);
        return state;
      }
      place.listener.fault('missing-comma', from, to, state);
      return value(afterComma(state.stack, from), kind, place);
    default:
      return kind === 'number' ? { ...inMode('number', state.stack), text: '?', at: from } : afterValue(state.stack);
  }
}
