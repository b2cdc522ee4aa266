/**
 * The page: its parts, and what a person can do with several of them. Everything that replaces text goes through
 * `load`; nothing here touches the network but `sendOrAsk` and the send form, on a click.
 */
import { type CorootVersion, type Sample, corootVersions, findVersion, hostileSamples, samplesFor } from '../coroot';
import { type SendDifference, curlCommand, goDiffers, requestProblems, sendDifferences } from '../delivery';
import { type PlatformRow, type Preset, type Step, platforms, presetsOf, simpleCaveat, step } from '../platforms';
import { Client, type Lacking } from '../worker';
import { copyText, download, downloadWork } from './clipboard';
import { ComingUp, draftKey } from './coming-up';
import { Comparison } from './comparison.svelte';
import { defaultProject } from './defaults';
import { Dialogs } from './dialogs.svelte';
import { Drafts } from './drafts.svelte';
import { Fetching } from './fetching';
import { indentJson } from './indent';
import { Grid, type GridPayload } from './grid.svelte';
import { Layout } from './layout.svelte';
import { type Arrival, Links, arrival } from './links';
import { Loader } from './loader';
import { Mending } from './mending';
import { lackingWords } from './no-stages';
import { Notices } from './notices.svelte';
import { notKept, tellWouldBeLost } from './not-kept';
import { type OwnChange, type OwnPayload, OwnPayloads } from './own-payloads.svelte';
import { Offline } from './offline.svelte';
import { onStored } from './persisted.svelte';
import { Places } from './places';
import { PlatformChoice } from './platform-choice.svelte';
import { Problems } from './problems.svelte';
import { prefetch } from './prefetch';
import { presetName } from './preset-name';
import { ReleaseGrid } from './release-grid.svelte';
import { Saving } from './saving';
import { Sending } from './sending.svelte';
import { Theme } from './theme.svelte';
import { Workspace } from './workspace.svelte';

/** The page; `open` makes it, once. Each part knows only those that are made before it. */
export class Playground {
  readonly theme = new Theme();
  readonly layout = new Layout();
  readonly notices = new Notices();
  readonly dialogs = new Dialogs();
  /** What is fetched on demand. */
  readonly fetching: Fetching = new Fetching(this.notices, () => {
    this.reload();
  });
  readonly sending = new Sending();
  readonly own = new OwnPayloads();
  readonly platforms = platforms;
  readonly versions = corootVersions;
  /** Whether the page's own thread has to do what workers are for, and nobody has dismissed the note about it. */
  blocking = $state(false);
  /** How often a person had what could not be fetched tried again: whoever asks for answers asks again then. */
  attempt = $state(0);
  readonly work: Workspace;
  /** What is wrong with the template that is open. */
  readonly problems: Problems;
  readonly mending: Mending;
  readonly grid: Grid;
  readonly releaseGrid: ReleaseGrid;
  readonly comparison: Comparison;
  readonly places: Places;
  readonly load: Loader;
  readonly links: Links;
  /** Whether the page is there without a network. */
  readonly offline: Offline;
  private readonly choice: PlatformChoice;
  private readonly saving: Saving;
  private readonly client: Client;

  /** Finds this tab's drafts and reads the address. */
  static async open(): Promise<Playground> {
    const drafts = await Drafts.open();
    return new Playground(drafts, await arrival(drafts));
  }

  /** A page that nobody uses, for the build to draw. */
  static ofNobody(): Playground {
    return new Playground(Drafts.ofNobody(), { hash: '', opened: null, key: draftKey('nobody') });
  }

  private constructor(
    readonly drafts: Drafts,
    opened: Arrival,
  ) {
    const opening = new ComingUp(opened.key);
    const { dialogs, layout, notices, fetching } = this;
    const client = new Client({
      lost: () => {
        this.blocking = true;
      },
      missing: (missing) => {
        this.lacks(missing);
      },
    });
    const { ask } = client;
    const platform = (): string | null => choice.row?.id ?? null;
    const work: Workspace = new Workspace(
      drafts.restored?.project ?? defaultProject(),
      opening.failedBefore,
      () => {
        saving.saveSoon();
      },
      platform,
      ask,
    );
    const saving = new Saving(work, drafts, opening, () => client.answersHere);
    const choice: PlatformChoice = new PlatformChoice(work);
    this.client = client;
    this.work = work;
    this.saving = saving;
    this.choice = choice;
    const paused = (): boolean => work.paused;
    this.grid = new Grid(this.own, paused, ask);
    this.releaseGrid = new ReleaseGrid(paused, ask);
    this.comparison = new Comparison(ask);
    this.places = new Places(work, layout);
    this.problems = new Problems(work, platform, ask);
    this.mending = new Mending(work, this.problems, this.places, notices);
    this.load = new Loader(work, drafts, saving, choice, dialogs, notices, fetching);
    this.links = new Links(work, drafts, saving, dialogs, notices, fetching);
    this.offline = new Offline(work, saving, notices);
    this.links.arrive(opened);
    // A link has asked already.
    if (!work.isBehind) work.refresh();
  }

  /** Starts what lives as long as the page: autosave, and links pasted into the address bar. Returns how to stop. */
  start(): () => void {
    const stopLinks = this.links.start();
    const stopStored = onStored((key) => {
      if (key === null || key === 'payloads') this.own.refresh();
      if (key === null || key === 'history') this.drafts.refresh();
      if (key === null || key === 'send') this.sending.refresh();
      if (key === null) this.saving.save();
    });
    const stopSaving = this.saving.start();
    let stopped = false;
    void Promise.all([this.offline.start(), this.work.settled()]).then(([isFetched]) => {
      if (!isFetched) void prefetch(() => stopped);
    });
    return () => {
      stopped = true;
      this.problems.stop();
      stopLinks();
      stopStored();
      stopSaving();
    };
  }

  /** Says what could not be fetched, and offers to try it again. */
  private lacks(missing: Lacking): void {
    this.notices.show({
      text: lackingWords(missing),
      stays: true,
      action: {
        label: 'Try again',
        run: () => {
          this.tryAgain();
        },
      },
    });
  }

  /** Starts and fetches anew what could not be, and asks again. */
  tryAgain(): void {
    this.blocking = false;
    this.client.restart();
    this.attempt++;
    this.work.refresh();
    this.problems.again();
  }

  /** Resolves when what is shown of the work stands: the output, and what is wrong with the template. */
  async standing(): Promise<void> {
    await this.problems.now();
  }

  /** Renders work that did not come up last time. */
  resume(): void {
    this.saving.resume();
  }

  /** What the browser does not keep, in a sentence that says what to do, or null when it keeps everything. */
  get notKept(): string | null {
    return notKept();
  }

  /** Loads the page anew, once the work is saved; where the browser does not keep it, says so instead. */
  private reload(): void {
    if (this.saving.save()) window.location.reload();
    else tellWouldBeLost(this.notices, () => this.work.project);
  }

  /** Puts everything a person typed into a file: the project as JSON. */
  downloadWork(): void {
    downloadWork(this.work.project);
  }

  /** Puts drafts that this release cannot read into a file. */
  downloadStrange(): void {
    download('coroot-drafts.txt', this.drafts.strange.join('\n'));
  }

  /** The samples of the kind that is open. */
  get kindSamples(): readonly Sample[] {
    return samplesFor(this.work.kind, this.version);
  }

  /** The hostile payloads of the kind that is open. */
  get kindHostile(): readonly Sample[] {
    return samplesFor(this.work.kind, this.version, hostileSamples);
  }

  /**
   * The platform that is meant: the one that was chosen by hand, else that of the preset that was loaded last, else
   * null.
   */
  get platform(): PlatformRow | null {
    return this.choice.row;
  }

  /** Chooses the platform whose rules and looks are shown, whatever preset the templates started from. */
  choosePlatform(id: string): void {
    this.choice.choose(id);
  }

  /** Shows the behaviour of another version of Coroot. */
  chooseVersion(id: string): void {
    void this.load.release(id);
  }

  /** The version of Coroot whose behaviour is shown. */
  get version(): CorootVersion {
    return findVersion(this.work.project.version);
  }

  /** What is particular about a version, with the code in it. */
  summaryOf({ summary }: CorootVersion): Step {
    return step(summary);
  }

  /** A preset's name for its id; unknown ids come from links of other releases. */
  presetName(id: string | null): string {
    return presetName(id);
  }

  /** The presets of a platform, the shortest first. */
  presetsOf(platform: PlatformRow): readonly Preset[] {
    return presetsOf(platform);
  }

  /** What a platform's simple templates leave to chance, as a sentence, or null. */
  simpleCaveat(platform: PlatformRow): string | null {
    return simpleCaveat(platform);
  }

  /** Keeps the payload of the open kind under a name. */
  keepPayload(name: string): void {
    this.dialogs.close();
    const change = this.own.keep({ name, kind: this.work.kind, payload: this.work.payload });
    const failed = `The browser did not keep the payload “${name}”. It is in the list until you close this tab`;
    this.undoable(change.kept ? `Kept the payload as “${name}”, in this browser` : failed, change);
  }

  /** Forgets a kept payload. */
  forgetPayload(own: OwnPayload): void {
    const change = this.own.forget(own);
    const failed = `The payload “${own.name}” is out of the list, but the browser still stores it`;
    this.undoable(change.kept ? `Forgot the payload “${own.name}”` : failed, change);
  }

  private undoable(text: string, { undo, kept }: OwnChange): void {
    this.notices.show({ text, stays: !kept, action: { label: 'Undo', run: undo } });
  }

  /** Forgets the history. */
  clearHistory(): void {
    const undo = this.drafts.clearHistory();
    const run = (): void => {
      if (!undo()) this.notices.show({ text: 'The browser did not take the history back. It is in this tab only.' });
    };
    this.notices.show({ text: 'Forgot the history', action: { label: 'Undo', run } });
  }

  /** Opens a payload of the grid beside its template. */
  openGridPayload(payload: GridPayload): void {
    this.load.gridPayload(payload);
    this.layout.show('preview');
  }

  /**
   * What can be taken of the output of what is typed now. It is there at once where that is shown: some browsers let a
   * page copy only while they answer a click.
   */
  private now(take: () => string): string | Promise<string> {
    return this.work.isBehind ? this.work.settled().then(take) : take();
  }

  private get shownBody(): string {
    const { rendered } = this.work.stages;
    return rendered.ok ? rendered.body : '';
  }

  /** The body of what is typed now, or '' while there is none. */
  body(): string | Promise<string> {
    return this.now(() => this.shownBody);
  }

  /** The body as indented JSON; numbers and the order of keys stay as they are. */
  prettyBody(): string | Promise<string> {
    return this.now(() => indentJson(this.shownBody));
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
  curl(): string | Promise<string> {
    return this.now(() => {
      const request = this.sending.request(this.shownBody);
      const placeholder = this.platform?.urlPlaceholder ?? 'https://example.com/webhook';
      return curlCommand(request.url === '' ? { ...request, url: placeholder } : request);
    });
  }

  /** Ctrl+Enter: sends when there is a body and a target, else opens the form. */
  sendOrAsk(): void {
    this.layout.show('send');
    if (this.sending.host !== '') void this.send();
  }

  /** Sends the body of what is typed now; does nothing while there is none. */
  async send(): Promise<void> {
    await this.work.settled();
    if (this.work.stages.rendered.ok) await this.sending.send(this.shownBody);
  }

  /** Puts a text on the clipboard. Returns whether the browser allowed it. */
  async copy(text: string | Promise<string>): Promise<boolean> {
    if (await copyText(typeof text === 'string' ? text : await text)) return true;
    this.notices.show({ text: 'The browser did not allow copying. Select the text and copy it by hand.' });
    return false;
  }

  async copyAnd(text: string | Promise<string>, done: string): Promise<void> {
    if (await this.copy(text)) this.notices.show({ text: done });
  }
}
