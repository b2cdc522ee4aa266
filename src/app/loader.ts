/**
 * What a person loads in place of the work: a preset, a release's form of it, a sample, a payload, a snapshot, a fresh
 * start. Each of them keeps a snapshot of what was there first and offers to undo.
 */
import {
  type CorootVersion,
  type NotificationKind,
  type Sample,
  corootVersions,
  findVersion,
  notificationKinds,
  payloadOn,
} from '../coroot';
import { type Preset, type Presets, carryOver, findPreset, isPresetText, templatesOf } from '../platforms';
import type { Project } from '../share';
import { defaultProject } from './defaults';
import type { Dialogs } from './dialogs.svelte';
import { type Drafts, type Snapshot, notInHistory } from './drafts.svelte';
import type { Fetching } from './fetching';
import type { GridPayload } from './grid.svelte';
import type { Notices } from './notices.svelte';
import type { OwnPayload } from './own-payloads.svelte';
import type { PlatformChoice } from './platform-choice.svelte';
import { presetName } from './preset-name';
import type { Saving } from './saving';
import type { Workspace } from './workspace.svelte';

/** Replaces work. */
export class Loader {
  /** Counts what waits for templates: only the newest of those is loaded when they come. */
  private turn = 0;

  constructor(
    private readonly work: Workspace,
    private readonly drafts: Drafts,
    private readonly saving: Saving,
    private readonly choice: PlatformChoice,
    private readonly dialogs: Dialogs,
    private readonly notices: Notices,
    private readonly fetching: Fetching,
  ) {}

  /**
   * A preset's templates for the release, for all three kinds. What a person filled into another preset of the platform
   * is carried over: into each template what its kind had, else what another kind had. Resolves when they are loaded,
   * or could not be fetched.
   */
  async preset(preset: Preset): Promise<void> {
    this.dialogs.close();
    const turn = ++this.turn;
    await this.fetching.use(this.fetching.presets(preset.platform), (presets) => {
      if (turn === this.turn) this.putPreset(preset, presets);
    });
  }

  private putPreset(preset: Preset, presets: Presets): void {
    const { templates: before, version } = this.work.project;
    const texts = templatesOf(presets, preset.flavour)(findVersion(version));
    const filled = findPreset(this.work.preset)?.platform.id === preset.platform.id ? Object.values(before) : [];
    const templates = ofEachKind((kind) =>
      carryOver(presets, texts[kind], filled.length === 0 ? [] : [before[kind], ...filled]),
    );
    this.choice.followPreset();
    this.replace(`Loaded ${presetName(preset.id)} for all kinds`, { preset: preset.id, templates });
  }

  /**
   * A release of Coroot: templates that are the preset's follow it, and so do payloads that are samples. What was
   * edited stays as it is. Resolves when that is done, or the preset's templates could not be fetched: then nothing
   * changes.
   */
  async release(id: string): Promise<void> {
    const turn = ++this.turn;
    const version = findVersion(id);
    const preset = findPreset(this.work.preset);
    // The documented templates are the same for every release.
    if (preset === null || preset.flavour === 'documented') this.putRelease(version, (text) => text);
    else {
      await this.fetching.use(this.fetching.presets(preset.platform), (presets) => {
        if (turn === this.turn) this.putRelease(version, (text, kind) => adapted(presets, preset, kind, text, version));
      });
    }
  }

  private putRelease(version: CorootVersion, adapt: (text: string, kind: NotificationKind) => string): void {
    const { templates, payloads } = this.work.project;
    const adaptedTo = {
      templates: ofEachKind((kind) => adapt(templates[kind], kind)),
      payloads: ofEachKind((kind) => payloadOn(version, kind, payloads[kind])),
    };
    const changed = [
      ...(sameTexts(adaptedTo.templates, templates) ? [] : ['the templates']),
      ...(sameTexts(adaptedTo.payloads, payloads) ? [] : ['the samples']),
    ];
    if (changed.length === 0) this.work.update({ version: version.id });
    else {
      const done = `Adapted ${changed.join(' and ')} to Coroot ${version.name.toLowerCase()}`;
      this.replace(done, { version: version.id, ...adaptedTo });
    }
  }

  /** A sample, as the payload of its kind. */
  sample(sample: Sample): void {
    const payloads = { ...this.work.payloads, [sample.kind]: sample.payload };
    this.replace(`Loaded the sample “${sample.title}”`, { payloads });
  }

  /** A payload that a person kept, into its kind. */
  own({ kind, name, payload }: OwnPayload): void {
    this.replace(`Loaded your payload “${name}”`, { payloads: { ...this.work.payloads, [kind]: payload } });
  }

  /** A payload of the grid, with its kind; the work then shows it beside its template. */
  gridPayload({ kind, title, payload }: GridPayload): void {
    const payloads = { ...this.work.payloads, [kind]: payload };
    this.replace(`Opened the payload “${title}”`, { kind, payloads });
  }

  /** A state from the history. */
  fromHistory(snapshot: Snapshot): void {
    this.dialogs.close();
    this.replace(`Restored “${snapshot.reason}”`, snapshot.project);
  }

  /** The state of a first visit. */
  fresh(): void {
    this.dialogs.close();
    this.dialogs.badLink = null;
    this.replace('Started fresh', defaultProject());
  }

  private replace(done: string, patch: Partial<Project>): void {
    // What is still on its way would replace this in turn.
    this.turn++;
    const before = this.work.project;
    const kept = this.drafts.snapshot(`Before: ${done}`, before);
    this.work.update(patch);
    // Other templates are other work: that the old ones did not come up says nothing of them.
    if (this.work.paused && patch.templates !== undefined) this.saving.resume();
    this.notices.show({
      text: kept ? done : `${done}. ${notInHistory}`,
      stays: !kept,
      action: {
        label: 'Undo',
        run: () => {
          this.work.update(before);
        },
      },
    });
  }
}

function sameTexts(some: Project['templates'], others: Project['templates']): boolean {
  return notificationKinds.every((kind) => some[kind] === others[kind]);
}

function ofEachKind(text: (kind: NotificationKind) => string): Project['templates'] {
  return { incident: text('incident'), deployment: text('deployment'), alert: text('alert') };
}

/** The preset's template for the release, with what was filled in, unless the text is of no release. */
function adapted(
  presets: Presets,
  { flavour }: Preset,
  kind: NotificationKind,
  text: string,
  version: CorootVersion,
): string {
  const templatesFor = templatesOf(presets, flavour);
  const unedited = corootVersions.some((any) => isPresetText(presets, text, templatesFor(any)[kind]));
  return unedited ? carryOver(presets, templatesFor(version)[kind], [text]) : text;
}
