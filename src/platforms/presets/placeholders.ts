/**
 * What a person fills in: chat ids, topics, keys. Presets have a placeholder there, and what took its place is kept
 * when another of the platform's templates takes the place of the old one.
 */
import type { Placeholder, Presets } from '../catalogue/parts';

/** Where a person fills something in. */
type Fillable = Pick<Presets, 'placeholders'>;

/** What may stand behind a key: a text, with actions in it or without, a number, or an action. */
const value = String.raw`"(?:\{\{[^{}\n]*\}\}|[^"\\\n]|\\.)*"|-?\d+|\{\{[^{}\n]*\}\}`;

function member({ key }: Placeholder): RegExp {
  return new RegExp(`("${key}":\\s*)(${value})`);
}

function unfilled({ text }: Placeholder): string {
  return JSON.stringify(text);
}

/** Whether a template is that of a preset, whatever was put in place of the placeholders. */
export function isPresetText({ placeholders }: Fillable, text: string, preset: string): boolean {
  const emptied = placeholders.reduce(
    (left, placeholder) => left.replace(member(placeholder), (_, key: string) => key + unfilled(placeholder)),
    text,
  );
  return emptied === preset;
}

/** The template of a preset with what was filled into others, of which the first that has something is taken. */
export function carryOver({ placeholders }: Fillable, preset: string, filled: readonly string[]): string {
  return placeholders.reduce((text, placeholder) => {
    const values = filled.map((other) => member(placeholder).exec(other)?.[2] ?? unfilled(placeholder));
    const own = values.find((found) => found !== unfilled(placeholder));
    return own === undefined ? text : text.replace(member(placeholder), (_, key: string) => key + own);
  }, preset);
}
