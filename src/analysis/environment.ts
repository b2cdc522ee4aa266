/** What the analysis is told of the world in which a template runs. It knows nothing of that world by itself. */
import type { FunctionTable, GoVersion, Type, Value } from '../go';

/** The texts that a field can hold, where they are few and known. */
export interface KnownTexts {
  /** What the field holds, in words: `status of an incident`. */
  readonly called: string;
  /** Every text it can hold; not empty. */
  readonly sent: readonly string[];
  /** Texts it holds elsewhere, each with how a sentence tells where: `it came with 1.18`. */
  readonly elsewhere: ReadonlyMap<string, string>;
  /**
   * What people write who come from other systems, in small letters: the text that means the same here (`is`), or the
   * one text that does not, all others do.
   */
  readonly words?: ReadonlyMap<string, { readonly text: string; readonly is: boolean }>;
}

/** What is known of a text that has no quotes, backslashes and control characters. */
export interface Plainness {
  /** Whether it is never empty either. */
  readonly isFilled: boolean;
  /** Whether it is surely so; else it is so as a rule, which is no promise. */
  readonly isSure: boolean;
}

/** Where a field is that a struct lacks. */
export interface Elsewhere {
  /** A sentence: `.Severity is in alerts only.` */
  readonly sentence: string;
  /** Whether that is all there is to say, so that no other name can be meant. */
  readonly isKnown: boolean;
}

/** A world. */
export interface Environment {
  /** What runs the template, as a sentence names it: `Coroot 1.20`. */
  readonly called: string;
  /** The template's name in messages. */
  readonly name: string;
  readonly go: GoVersion;
  /** The type of the data, which is dot at the top. */
  readonly root: Type;
  /** A value of that type, for messages that show values. */
  readonly example: Value | null;
  readonly functions: FunctionTable;
  /** The one of the functions that writes its argument as JSON. */
  readonly json: string;
  /** The keys of the data where its type is a map, with the types they hold (null: any); null for a struct. */
  readonly keys: ReadonlyMap<string, Type | null> | null;
  /** The texts of a field, by Go's names of the struct (`%T`) and the field; null where it may hold anything. */
  readonly textsOf: (struct: string, field: string) => KnownTexts | null;
  /** What is known of the text of a field without quotes, backslashes and control characters; null for any other. */
  readonly plain: (struct: string, field: string) => Plainness | null;
  /** What the interface holds that a method of a type gives; null where nothing is known of it. */
  readonly heldBy: (type: string, method: string) => Type | null;
  /** Where a field is to be had that a struct lacks; null where nothing is known of it. */
  readonly elsewhere: (struct: string, field: string) => Elsewhere | null;
  /**
   * What has a Go at least as new as this one, as a sentence names it: `Coroot 1.20`; null for what nothing has yet.
   */
  readonly calledWith: (go: GoVersion) => string | null;
  /** Which of several names is likely meant by one that is none of them, or null. */
  readonly nearest: (name: string, names: readonly string[]) => string | null;
  /** Whether what the template writes is read as JSON; null when nobody knows. */
  readonly expectsJson: boolean | null;
  /**
   * How deep in the JSON, the outermost object being 1, raw line breaks inside strings are repaired before it is sent.
   */
  readonly repairsLineBreaksTo: number;
}
