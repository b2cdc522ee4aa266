/**
 * The whole page's state and what a person can do with it. Everything that replaces text keeps a snapshot first and
 * offers to undo; nothing here touches the network but `sendOrAsk` and the send form, on a click.
 */
import { type CorootVersion, type Sample, corootVersions, findVersion, hostileSamples, samplesFor } from '../coroot';
import type { EditorHandle } from '../editor';
import { type SendDifference, curlCommand, goDiffers, requestProblems, sendDifferences } from '../delivery';
import { type Platform, type Preset, findPlatform, findPreset, flavourNames, platforms, presetsOf } from '../platforms';
import {
  type DecodeResult,
  type NotificationKind,
  type Project,
  decode,
  encode,
  linkFit,
  projectLimits,
  textSize,
} from '../share';
import { copyText, download } from './clipboard';
import { ComingUp, draftMark, linkMark } from './coming-up';
import { defaultProject } from './defaults';
import type { Drafts, Snapshot } from './drafts.svelte';
import { indentJson } from './indent';
import { Grid, type GridPayload } from './grid.svelte';
import { Layout } from './layout.svelte';
import { addressWith, currentHash, onHashChange, replaceHash } from './location';
import type { RenderFailure } from '../pipeline';
import { Notices } from './notices.svelte';
import { type OwnChange, type OwnPayload, OwnPayloads } from './own-payloads.svelte';
import { onStored, storage } from './persisted.svelte';
import type { ReferenceEntry } from './reference';
import { Sending } from './sending.svelte';
import { Theme } from './theme.svelte';
import { Workspace } from './workspace.svelte';

/** The dialogs; one is open at a time. */
export type DialogName = 'gallery' | 'share' | 'history' | 'palette' | 'keys' | 'coroot' | 'compare' | 'keep';

/** A link that could not be opened, with whatever text could be rescued from it. */
export interface BadLink {
  readonly message: string;
  readonly raw: string;
  readonly recovered: string;
}

/** A link as it can be shared, and the places whose messages it does not fit. */
export interface ShareLink {
  readonly url: string;
  readonly tooLongFor: readonly string[];
}

/** The editors that are on the page now, to reveal places in them. */
export interface Editors {
  readonly template: Partial<Record<NotificationKind, EditorHandle>>;
  readonly payload: Partial<Record<NotificationKind, EditorHandle>>;
  output: EditorHandle | null;
}

/** How long a change may wait to be saved, in milliseconds; the first after a pause is saved at once. */
const saveInterval = 150;

/** How long the page may take to answer after work was opened, before that counts as having come up, in milliseconds. */
const settling = 300;

/** What to say when text was replaced and no snapshot of it could be stored. */
const notInHistory = 'The history could not keep what you had: it is lost when you close this tab.';

/** The page. Construct it once, with this tab's drafts. */
export class Playground {
  readonly theme = new Theme();
  readonly layout = new Layout();
  readonly notices = new Notices();
  readonly sending = new Sending();
  readonly work: Workspace;
  readonly own = new OwnPayloads();
  readonly grid = new Grid(this.own, () => this.work.paused);
  readonly platforms = platforms;
  readonly versions = corootVersions;
  readonly editors: Editors = { template: {}, payload: {}, output: null };
  dialog = $state<DialogName | null>(null);
  badLink = $state.raw<BadLink | null>(null);
  private chosenPlatform = $state<string | null>(null);
  /** The link the work is equal to, or ''. */
  private hash = '';
  /** The work when `hash` was right, to see the first edit after it. */
  private linked: Project | null = null;
  /** The work that is being opened, until the page answers. Work of a link is not saved before. */
  private opening: ComingUp;
  private unproven: Project | null = null;
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private savedAt = 0;

  constructor(readonly drafts: Drafts) {
    const { restored } = drafts;
    const hash = currentHash();
    const byLink = hash !== '' && hash !== restored?.hash;
    const opened = byLink ? decode(hash) : null;
    this.opening = new ComingUp(opened?.ok === true ? linkMark(hash) : draftMark(drafts.id));
    this.work = new Workspace(
      restored?.project ?? defaultProject(),
      this.opening.failedBefore,
      () => {
        this.saveSoon();
      },
      () => this.platform,
    );
    if (opened !== null) this.openLink(hash, opened);
    else this.linkTo(hash);
  }

  /** Starts what lives as long as the page: autosave, and links pasted into the address bar. Returns how to stop. */
  start(): () => void {
    const stopHash = onHashChange((hash) => {
      if (hash === this.hash || hash === '') return;
      const opened = decode(hash);
      if (opened.ok) {
        // The page answered, so what it showed until now came up.
        this.cameUp();
        this.opening = new ComingUp(linkMark(hash));
      }
      this.openLink(hash, opened);
      this.settle();
    });
    const stopStored = onStored((key) => {
      if (key === null || key === 'payloads') this.own.refresh();
      if (key === null || key === 'history') this.drafts.refresh();
      if (key === null || key === 'send') this.sending.refresh();
      if (key === null) this.save();
    });
    const leave = (): void => {
      this.cameUp();
      this.save();
    };
    const hide = (): void => {
      this.save();
    };
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', hide);
    this.settle();
    return () => {
      stopHash();
      stopStored();
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', hide);
    };
  }

  /** Timers run once the page has drawn what was opened and answers again. */
  private settle(): void {
    const { opening } = this;
    setTimeout(() => {
      if (opening === this.opening) this.cameUp();
    }, settling);
  }

  private cameUp(): void {
    // Work that is not rendered has not come up, whatever the page does.
    if (this.work.paused) return;
    this.opening.done(draftMark(this.drafts.id));
    this.unproven = null;
    this.save();
  }

  /** Renders work that did not come up last time. */
  resume(): void {
    this.opening = new ComingUp(this.hash === '' ? draftMark(this.drafts.id) : linkMark(this.hash));
    this.work.resume();
    this.settle();
  }

  /** Saves a change: at once when the last one is a while ago, else at the end of the interval, or when nobody looks. */
  private saveSoon(): void {
    const wait = this.savedAt + saveInterval - Date.now();
    if (wait <= 0 || document.hidden) this.save();
    else
      this.saveTimer ??= setTimeout(() => {
        this.save();
      }, wait);
  }

  /** Saves the work now. */
  save(): void {
    clearTimeout(this.saveTimer);
    this.saveTimer = undefined;
    const project = this.work.project;
    // A link that has not come up must not become the draft: the plain address opens what was there before.
    if (project === this.unproven) return;
    if (this.unproven !== null) {
      this.unproven = null;
      // Somebody edits what is not rendered. It stays that way when it is opened again.
      if (this.work.paused) this.opening = new ComingUp(draftMark(this.drafts.id));
    }
    if (this.hash !== '' && this.linked !== project) {
      this.hash = '';
      replaceHash('');
    }
    void this.drafts.save(project, this.hash);
    this.savedAt = Date.now();
  }

  /** What the browser does not keep, in a sentence that says what to do, or null when it keeps everything. */
  get notKept(): string | null {
    const whose = ['draft.', 'owner.', 'history', 'payloads', 'send'].find((start) => storage.refusal(start) !== null);
    const why = storage.refusal(whose ?? '');
    if (why === null) return null;
    const reason = why === 'full' ? 'its storage is full' : 'it does not let this page store anything';
    switch (whose) {
      case 'draft.':
      case 'owner.':
        return `This browser does not keep your work: ${reason}. Copy or download it before you close the tab.`;
      case 'history':
        return `This browser does not keep the history: ${reason}. It is there until you close the tab.`;
      case 'payloads':
        return `This browser does not keep your payloads: ${reason}. They are there until you close the tab.`;
      case 'send':
        return `This browser does not remember the target of your test sends: ${reason}.`;
      default:
        return `This browser does not keep your settings: ${reason}.`;
    }
  }

  /** Puts everything a person typed into a file: the project as JSON. */
  downloadWork(): void {
    download('coroot-templates.json', JSON.stringify(this.work.project, null, 2));
  }

  /** Puts all that is known of a link that could not be opened into a file. */
  downloadBadLink(): void {
    const { raw = '', recovered = '' } = this.badLink ?? {};
    download('coroot-link.txt', recovered === '' ? raw : `${recovered}\n\n${raw}`);
  }

  /** Puts drafts that this release cannot read into a file. */
  downloadStrange(): void {
    download('coroot-drafts.txt', this.drafts.strange.join('\n'));
  }

  private linkTo(hash: string): void {
    this.hash = hash;
    this.linked = this.work.project;
  }

  openDialog(name: DialogName): void {
    this.dialog = name;
  }

  closeDialog(): void {
    this.dialog = null;
  }

  /** Shows a place in the template, and the template itself where only one part of the page fits. */
  revealTemplate(from: number, to: number): void {
    this.layout.view = 'template';
    this.reveal(this.editors.template[this.work.kind], from, to);
  }

  /** Writes an entry of the reference at the cursor of the template. */
  insertIntoTemplate({ snippet, inAction }: ReferenceEntry): void {
    const editor = this.editors.template[this.work.kind];
    this.layout.view = 'template';
    editor?.insert(snippet, inAction);
    requestAnimationFrame(() => {
      editor?.focus();
    });
  }

  /** Shows a place in the payload. */
  revealPayload(from: number, to: number): void {
    this.layout.view = 'payload';
    this.reveal(this.editors.payload[this.work.kind], from, to);
  }

  /** Shows a place in the body. */
  revealBody(from: number, to: number): void {
    this.layout.show('body');
    // The editor of the body appears with its tab.
    requestAnimationFrame(() => {
      this.reveal(this.editors.output ?? undefined, from, to);
    });
  }

  /** Shows what an error is about. */
  revealFailure(failure: RenderFailure): void {
    const { template } = failure;
    const problem = this.work.stages.payload.problems.find(({ severity }) => severity === 'error');
    if (template !== null) this.revealTemplate(template.from, template.to);
    else if (problem !== undefined) this.revealPayload(problem.from, problem.to);
  }

  private reveal(editor: EditorHandle | undefined, from: number, to: number): void {
    // The part of the page may only just be appearing, and a hidden editor cannot scroll.
    requestAnimationFrame(() => {
      editor?.reveal(from, to);
      editor?.focus();
    });
  }

  /** The samples of the kind that is open. */
  get kindSamples(): readonly Sample[] {
    return samplesFor(this.work.kind, this.version);
  }

  /** The hostile payloads of the kind that is open. */
  get kindHostile(): readonly Sample[] {
    return samplesFor(this.work.kind, this.version, hostileSamples);
  }

  /** The platform that is meant: the one that was chosen by hand, else that of the preset that was loaded last, else null. */
  readonly platform: Platform | null = $derived.by(
    () => findPlatform(this.chosenPlatform) ?? findPreset(this.work.preset)?.platform ?? null,
  );

  /** Chooses the platform whose rules and looks are shown, whatever preset the templates started from. */
  choosePlatform(id: string): void {
    this.chosenPlatform = id;
  }

  /** The version of Coroot whose behaviour is shown. */
  get version(): CorootVersion {
    return findVersion(this.work.project.version);
  }

  /** A preset's name for its id; unknown ids come from links of other releases. */
  presetName(id: string | null): string {
    const preset = findPreset(id);
    return preset === null ? 'Custom' : nameOf(preset);
  }

  /** Replaces work, keeping what was there: a snapshot, and a notice with Undo. */
  private replace(done: string, patch: Partial<Project>): void {
    const before = this.work.project;
    const kept = this.drafts.snapshot(`Before: ${done}`, before);
    this.work.update(patch);
    // Other templates are other work: that the old ones did not come up says nothing of them.
    if (this.work.paused && patch.templates !== undefined) this.resume();
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

  /** The presets of a platform, the one to recommend first. */
  presetsOf(platform: Platform): readonly Preset[] {
    return presetsOf(platform);
  }

  /** Loads a preset's templates for all three kinds. */
  loadPreset(preset: Preset): void {
    this.dialog = null;
    this.chosenPlatform = null;
    this.replace(`Loaded ${nameOf(preset)} for all kinds`, { preset: preset.id, templates: preset.templates });
  }

  /** Puts a sample into the payload of its kind. */
  loadSample(sample: Sample): void {
    const payloads = { ...this.work.project.payloads, [sample.kind]: sample.payload };
    this.replace(`Loaded the sample “${sample.title}”`, { payloads });
  }

  /** Opens a payload of the grid beside its template. */
  openGridPayload({ kind, title, payload }: GridPayload): void {
    const payloads = { ...this.work.payloads, [kind]: payload };
    this.replace(`Opened the payload “${title}”`, { kind, payloads });
    this.layout.show('preview');
  }

  /** Puts a kept payload into its kind. */
  loadOwn({ kind, name, payload }: OwnPayload): void {
    this.replace(`Loaded your payload “${name}”`, { payloads: { ...this.work.payloads, [kind]: payload } });
  }

  /** Keeps the payload of the open kind under a name. */
  keepPayload(name: string): void {
    this.dialog = null;
    const change = this.own.keep({ name, kind: this.work.kind, payload: this.work.payload });
    const failed = `The browser did not keep the payload “${name}”. It is in the list until you close this tab`;
    this.undoable(change.kept ? `Kept the payload as “${name}”, in this browser` : failed, change);
  }

  forgetPayload(own: OwnPayload): void {
    const change = this.own.forget(own);
    const failed = `The payload “${own.name}” is out of the list, but the browser still stores it`;
    this.undoable(change.kept ? `Forgot the payload “${own.name}”` : failed, change);
  }

  private undoable(text: string, { undo, kept }: OwnChange): void {
    this.notices.show({ text, stays: !kept, action: { label: 'Undo', run: undo } });
  }

  /** Back to the state of a first visit. */
  startFresh(): void {
    this.dialog = null;
    this.badLink = null;
    this.replace('Started fresh', defaultProject());
  }

  restore(snapshot: Snapshot): void {
    this.dialog = null;
    this.replace(`Restored “${snapshot.reason}”`, snapshot.project);
  }

  clearHistory(): void {
    const undo = this.drafts.clearHistory();
    const run = (): void => {
      if (!undo()) this.notices.show({ text: 'The browser did not take the history back. It is in this tab only.' });
    };
    this.notices.show({ text: 'Forgot the history', action: { label: 'Undo', run } });
  }

  /** Opens a link as this tab's work; what was there goes to the history first. A bad one changes nothing. */
  private openLink(hash: string, result: DecodeResult): void {
    if (!result.ok) {
      this.badLink = { message: result.message, raw: hash, recovered: result.recovered };
      return;
    }
    this.badLink = null;
    const before = this.work.project;
    const hadWork = this.drafts.restored !== null || this.linked !== null;
    const kept = !hadWork || this.drafts.snapshot('Before: opened a link', before);
    const { paused } = this.work;
    this.work.paused = this.opening.failedBefore;
    this.unproven = result.project;
    this.work.replaceAll(result.project);
    this.linkTo(hash);
    this.notices.show({
      text: !hadWork
        ? 'Opened a shared link.'
        : kept
          ? 'Opened a shared link. What you had is kept in the history.'
          : `Opened a shared link. ${notInHistory}`,
      stays: !kept,
      ...(hadWork && {
        action: {
          label: 'Back to my work',
          run: () => {
            this.work.paused = paused;
            this.work.update(before);
          },
        },
      }),
    });
  }

  /** Leaves the recovery screen; the page goes on with the work that was there. */
  dismissBadLink(): void {
    this.badLink = null;
    replaceHash('');
  }

  /** Writes the link into the address bar and opens the share dialog. */
  share(): void {
    if (textSize(this.work.project) > projectLimits.text) {
      const most = projectLimits.text.toLocaleString();
      this.notices.show({
        text: `This is more than a link can hold (${most} characters of templates and payloads).`,
        action: {
          label: 'Download it',
          run: () => {
            this.downloadWork();
          },
        },
      });
      return;
    }
    const hash = encode(this.work.project);
    replaceHash(hash);
    this.linkTo(hash);
    this.save();
    this.openDialog('share');
  }

  /** The link to the work as it is now. */
  shareLink(): ShareLink {
    const url = addressWith(encode(this.work.project));
    return { url, tooLongFor: linkFit(url.length).exceeds.map((place) => place.name) };
  }

  /** The body of what is typed now, or '' while there is none. */
  body(): string {
    this.work.catchUp();
    return this.work.stages.rendered.ok ? this.work.stages.rendered.body : '';
  }

  /** The body as indented JSON; numbers and the order of keys stay as they are. */
  prettyBody(): string {
    return indentJson(this.body());
  }

  /** What is odd about the typed URL for the chosen platform, or null. */
  get urlProblem(): string | null {
    const { url } = this.sending.target;
    const problem = requestProblems({ ...this.sending.request(''), url }).find(({ part }) => part === 'url');
    return problem?.text ?? goDiffers(url) ?? this.platform?.checkUrl(url) ?? null;
  }

  /** How the browser's request differs from the one Coroot would make. */
  get sendDifferences(): readonly SendDifference[] {
    return sendDifferences(this.sending.request(''));
  }

  /** The test send as a shell command; a placeholder stands in for a URL that was not typed yet. */
  curl(): string {
    const request = this.sending.request(this.body());
    return curlCommand(
      request.url === ''
        ? { ...request, url: this.platform?.urlPlaceholder ?? 'https://example.com/webhook' }
        : request,
    );
  }

  /** Ctrl+Enter: sends when there is a body and a target, else opens the form. */
  sendOrAsk(): void {
    this.layout.show('send');
    if (this.sending.host !== '') this.send();
  }

  /** Sends the body of what is typed now; does nothing while there is none. */
  send(): void {
    const body = this.body();
    if (this.work.stages.rendered.ok) void this.sending.send(body);
  }

  /** Puts a text on the clipboard. Returns whether the browser allowed it. */
  async copy(text: string): Promise<boolean> {
    if (await copyText(text)) return true;
    this.notices.show({ text: 'The browser did not allow copying. Select the text and copy it by hand.' });
    return false;
  }

  async copyAnd(text: string, done: string): Promise<void> {
    if (await this.copy(text)) this.notices.show({ text: done });
  }
}

/** The platform's name, and the flavour where there is a choice. */
function nameOf({ platform, flavour }: Preset): string {
  return presetsOf(platform).length > 1 ? `${platform.name}, ${flavourNames[flavour].toLowerCase()}` : platform.name;
}
