/** What is said of an output beside it: one line, what to underline, and the mark of its tab. */
import type { Diagnostic } from '../editor';
import type { Stages } from '../pipeline';

/** One line about an output: its tone, what it says, the place it speaks of, and plain facts beside it. */
export interface OutputSummary {
  readonly tone: 'ok' | 'error' | 'info';
  readonly text: string;
  readonly at: { readonly from: number; readonly to: number } | null;
  readonly facts: readonly string[];
}

/** What a tab's label points out: there is no output, or one that is broken JSON. */
export type TabMark = 'error' | 'warning' | null;

/** How the output is doing; nothing is said while it is waited for. */
export function outputMark({ rendered, json }: Stages): TabMark {
  if (!rendered.ok) return rendered.source === 'waiting' ? null : 'error';
  return json !== null && !json.ok && json.expected ? 'warning' : null;
}

/** What to underline in an output that was meant to be JSON. */
export function outputDiagnostics({ json }: Stages, stage: 'body' | 'raw'): readonly Diagnostic[] {
  if (stage === 'raw' || json === null || json.ok || !json.expected) return [];
  return [{ from: json.error.from, to: json.error.to, severity: 'error', message: json.error.message }];
}

/** The line under an output, or null while there is no fresh one. */
export function outputSummary({ rendered, json }: Stages, stage: 'body' | 'raw'): OutputSummary | null {
  if (!rendered.ok || json === null) return null;
  const bytes = stage === 'body' ? rendered.bodyBytes : rendered.rawBytes;
  const breaks = `${String(rendered.escapes)} line ${rendered.escapes === 1 ? 'break' : 'breaks'}`;
  const size = `${bytes.toLocaleString()} ${bytes === 1 ? 'byte' : 'bytes'}`;
  if (stage === 'raw') {
    const text =
      rendered.escapes > 0
        ? `Coroot escapes ${breaks} in this before sending`
        : rendered.notEscaped === null
          ? 'Coroot sends this unchanged: no line breaks to escape'
          : `Coroot sends this unchanged: ${rendered.notEscaped}`;
    return { tone: 'info', text, at: null, facts: [size] };
  }
  const facts = rendered.escapes > 0 ? [`${breaks} escaped`, size] : [size];
  if (json.ok) return { tone: 'ok', text: 'Valid JSON', at: null, facts };
  if (!json.expected) return { tone: 'info', text: 'Plain text, not JSON', at: null, facts };
  const { from, to } = json.error;
  const { said, advice } = json.fault;
  return { tone: 'error', text: said, at: { from, to }, facts: [advice, ...facts] };
}
