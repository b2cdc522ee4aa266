/**
 * The links of the page: the one it was opened with, ones that are pasted into the address bar, and the one to share.
 */
import { type Codec, type DecodeResult, linkFit, loadCodec, projectLimits, textSize } from '../share';
import { download, downloadWork } from './clipboard';
import { draftKey, linkKey } from './coming-up';
import type { Dialogs } from './dialogs.svelte';
import { type Drafts, notInHistory } from './drafts.svelte';
import { addressWith, currentHash, onHashChange, replaceHash } from './location';
import type { Fetching } from './fetching';
import type { Notices } from './notices.svelte';
import type { Saving } from './saving';
import { Wanted } from './wanted.svelte';
import type { Workspace } from './workspace.svelte';

/** What reads links and makes them. */
const codec = new Wanted<Codec>('what reads and makes links', loadCodec);

/** A link as it can be shared, and the places whose messages it does not fit. */
export interface ShareLink {
  readonly url: string;
  readonly tooLongFor: readonly string[];
}

/** What the page was opened with. */
export interface Arrival {
  readonly hash: string;
  /**
   * What the link holds; null without one, or when it is the one this tab's draft is equal to, and `unread` where what
   * reads links could not be fetched.
   */
  readonly opened: DecodeResult | 'unread' | null;
  /** The key under which this opening is noted until it came up. */
  readonly key: string;
}

/** Reads the address the page was opened with. */
export async function arrival(drafts: Drafts): Promise<Arrival> {
  const hash = currentHash();
  const opened = hash !== '' && hash !== drafts.restored?.hash ? await read(hash) : null;
  const isLink = opened !== null && opened !== 'unread' && opened.ok;
  return { hash, opened, key: isLink ? linkKey(hash) : draftKey(drafts.id) };
}

async function read(hash: string): Promise<DecodeResult | 'unread'> {
  try {
    return (await codec.get()).decode(hash);
  } catch {
    return 'unread';
  }
}

/** Opens links as this tab's work and makes one of it. */
export class Links {
  constructor(
    private readonly work: Workspace,
    private readonly drafts: Drafts,
    private readonly saving: Saving,
    private readonly dialogs: Dialogs,
    private readonly notices: Notices,
    private readonly fetching: Fetching,
  ) {}

  /** Takes up what the page was opened with. */
  arrive({ hash, opened }: Arrival): void {
    if (opened === 'unread') {
      // The link stays in the address bar; until it is read the page goes on with the work that was there.
      this.saving.linkTo('');
      this.later(hash);
    } else if (opened !== null) this.open(hash, opened);
    else this.saving.linkTo(hash);
  }

  /** Opens links that are pasted into the address bar, from now on. Returns how to stop. */
  start(): () => void {
    return onHashChange((hash) => {
      if (!this.saving.isLinkedTo(hash) && hash !== '') this.later(hash);
    });
  }

  /** Opens a link as soon as it can be read, unless another address is there by then. */
  private later(hash: string): void {
    void this.fetching.use(codec, ({ decode }) => {
      if (hash !== currentHash()) return;
      const opened = decode(hash);
      if (opened.ok) this.saving.expectLink(hash);
      this.open(hash, opened);
      this.saving.settle();
    });
  }

  /** Opens a link as this tab's work; what was there goes to the history first. A bad one changes nothing. */
  private open(hash: string, result: DecodeResult): void {
    if (!result.ok) {
      this.dialogs.badLink = { message: result.message, raw: hash, recovered: result.recovered };
      return;
    }
    this.dialogs.badLink = null;
    const { project: before, paused } = this.work;
    const { hasWork } = this.saving;
    const kept = !hasWork || this.drafts.snapshot('Before: opened a link', before);
    this.saving.takeUp(result.project, hash);
    this.notices.show({
      text: !hasWork
        ? 'Opened a shared link.'
        : kept
          ? 'Opened a shared link. What you had is kept in the history.'
          : `Opened a shared link. ${notInHistory}`,
      stays: !kept,
      ...(hasWork && {
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
    this.dialogs.badLink = null;
    replaceHash('');
  }

  /** Puts all that is known of a link that could not be opened into a file. */
  downloadBadLink(): void {
    const { raw = '', recovered = '' } = this.dialogs.badLink ?? {};
    download('coroot-link.txt', recovered === '' ? raw : `${recovered}\n\n${raw}`);
  }

  /** Writes the link into the address bar and opens the share dialog. */
  share(): void {
    const { project } = this.work;
    if (textSize(project) > projectLimits.text) {
      const most = projectLimits.text.toLocaleString();
      this.notices.show({
        text: `This is more than a link can hold (${most} characters of templates and payloads).`,
        action: {
          label: 'Download it',
          run: () => {
            downloadWork(this.work.project);
          },
        },
      });
      return;
    }
    void this.fetching.use(codec, ({ encode }) => {
      const hash = encode(this.work.project);
      replaceHash(hash);
      this.saving.linkTo(hash);
      this.saving.save();
      this.dialogs.open('share');
    });
  }

  /** The link to the work as it is now, or null before one was made. */
  shareLink(): ShareLink | null {
    if (codec.value === null) return null;
    const url = addressWith(codec.value.encode(this.work.project));
    return { url, tooLongFor: linkFit(url.length).exceeds.map((place) => place.name) };
  }
}
