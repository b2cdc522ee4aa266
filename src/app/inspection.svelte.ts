/** What the platform makes of the body: its verdict, its preview, and where a finding comes from. */
import {
  type Counter,
  type Drawing,
  type Finding,
  type Platform,
  type Verdict,
  boundedPreview,
  outcome,
} from '../platforms';
import { type Cause, causeOf } from './provenance';
import type { Workspace } from './workspace.svelte';

/** How a body fares on a platform; null while there is no body or no platform. */
export type Outcome = 'pass' | 'warn' | 'fail' | null;

const nobody: Verdict = { findings: [], more: 0, counters: [] };

/** Looks at the body of a workspace with the eyes of a platform. */
export class Inspection {
  /** The verdict over the body that the template renders now. */
  readonly verdict: Verdict = $derived.by(() => {
    const { rendered } = this.work.stages;
    return rendered.ok ? (this.platform()?.check?.(rendered.body) ?? nobody) : nobody;
  });

  /** The latest body that rendered, drawn; null while there is none, or for a platform that nobody can draw. */
  readonly drawing: Drawing | null = $derived.by(() => {
    const body = this.work.lastGood?.body;
    const preview = body === undefined ? undefined : this.platform()?.preview?.(body);
    return preview === undefined ? null : boundedPreview(preview);
  });

  constructor(
    private readonly work: Workspace,
    private readonly platform: () => Platform | null,
  ) {}

  get findings(): readonly Finding[] {
    return this.verdict.findings;
  }

  /** How many findings there are beside those. */
  get moreFindings(): number {
    return this.verdict.more;
  }

  get counters(): readonly Counter[] {
    return this.verdict.counters;
  }

  get outcome(): Outcome {
    return this.work.stages.rendered.ok && this.platform() !== null ? outcome(this.verdict) : null;
  }

  /** What in template and payload a finding is about. */
  causeOf(finding: Finding): Cause {
    return causeOf(this.work.input, finding);
  }
}
