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
import { type Preset, carryOver, findPreset, isPresetText } from '../platforms';
import type { Project } from '../share';
import { defaultProject } from './defaults';
import type { Dialogs } from './dialogs.svelte';
import { type Drafts, type Snapshot, notInHistory } from './drafts.svelte';
import type { GridPayload } from './grid.svelte';
import type { Notices } from './notices.svelte';
import type { OwnPayload } from './own-payloads.svelte';
import type { PlatformChoice } from './platform-choice.svelte';
import { presetName } from './preset-name';
import type { Saving } from './saving';
import type { Workspace } from './workspace.svelte';

/** Replaces work. */
export class Loader {
  constructor(
    private readonly work: Workspace,
    private readonly drafts: Drafts,
    private readonly saving: Saving,
    private readonly choice: PlatformChoice,
    private readonly dialogs: Dialogs,
    private readonly notices: Notices,
  ) {}

  /**
   * A preset's templates for the release, for all three kinds. What a person filled into another preset of the platform
   * is carried over: into each template what its kind had, else what another kind had.
   */
  preset(preset: Preset): void {
    const { templates: before, version } = this.work.project;
    const texts = preset.templatesFor(findVersion(version));
    const { platform } = preset;
    const filled = findPreset(this.work.preset)?.platform === platform ? Object.values(before) : [];
    const templates = ofEachKind((kind) =>
      carryOver(platform, texts[kind], filled.length === 0 ? [] : [before[kind], ...filled]),
    );
    this.dialogs.close();
    this.choice.followPreset();
    this.replace(`Loaded ${presetName(preset.id)} for all kinds`, { preset: preset.id, templates });
  }

  /**
   * A release of Coroot: templates that are the preset's follow it, and so do payloads that are samples. What was
   * edited stays as it is.
   */
  release(id: string): void {
    const { templates, payloads, preset: loaded } = this.work.project;
    const preset = findPreset(loaded);
    const version = findVersion(id);
    const adaptedTo = {
      templates: preset === null ? templates : ofEachKind((kind) => adapted(preset, kind, templates[kind], version)),
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
function adapted(preset: Preset, kind: NotificationKind, text: string, version: CorootVersion): string {
  const { platform } = preset;
  const unedited = corootVersions.some((any) => isPresetText(platform, text, preset.templatesFor(any)[kind]));
  return unedited ? carryOver(platform, preset.templatesFor(version)[kind], [text]) : text;
}
