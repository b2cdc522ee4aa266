/**
 * The one place for what is fetched on demand: what there is of it, and what a person is told while it comes and when
 * it does not. Places in the page show a `Wanted` themselves (`ui/kit/Fetched.svelte`); what an action needs is told in
 * a notice.
 */
import { type Guide, type PlatformRow, type Presets, loadGuide, loadPresets, platforms } from '../platforms';
import type { Notices } from './notices.svelte';
import { Wanted, unnoticed } from './wanted.svelte';

/** What is fetched of a platform. */
interface PlatformParts {
  readonly presets: Wanted<Presets>;
  readonly guide: Wanted<Guide>;
}

function partsOf({ id, name }: PlatformRow): PlatformParts {
  return {
    presets: new Wanted(`the templates for ${name}`, () => loadPresets(id)),
    guide: new Wanted(`the guide to ${name}`, () => loadGuide(id)),
  };
}

/** What is fetched, by its name. */
export class Fetching {
  private readonly known = new Map<string, Wanted<unknown>>();
  // Made beforehand: state that is made within what is derived from it is not followed.
  private readonly platforms = new Map(platforms.map((row) => [row.id, partsOf(row)]));

  /** `reload` saves the work and loads the page anew. */
  constructor(
    private readonly notices: Notices,
    readonly reload: () => void,
  ) {}

  /**
   * The part of the page that people call `name`, the same one whenever it is asked for: by a component when it is
   * made, not by what is derived.
   */
  of<T>(name: string, load: () => Promise<T>): Wanted<T> {
    const wanted = this.known.get(name) ?? new Wanted(name, load);
    this.known.set(name, wanted);
    // One name is one part: whoever asks for it gives the same `load`.
    return wanted as Wanted<T>;
  }

  /** The same, fetched; where `isWanted` says that somebody waits for it, they are told as by `use`. */
  async part<T>(name: string, load: () => Promise<T>, isWanted: boolean): Promise<T> {
    const wanted = this.of(name, load);
    if (!isWanted) return wanted.get();
    await this.use(wanted, () => undefined);
    if (wanted.value === null) throw new Error(wanted.failure?.text);
    return wanted.value;
  }

  /** A platform's templates. */
  presets(row: PlatformRow): Wanted<Presets> {
    return this.partsOf(row).presets;
  }

  /** What people read of a platform. */
  guide(row: PlatformRow): Wanted<Guide> {
    return this.partsOf(row).guide;
  }

  private partsOf(row: PlatformRow): PlatformParts {
    return this.platforms.get(row.id) ?? partsOf(row);
  }

  /**
   * Does something with a part, at once where it is there. Else a notice tells people what is on its way, and what
   * could not be fetched, with a way to try again. Resolves when it is done or has failed.
   */
  async use<T>(wanted: Wanted<T>, act: (value: T) => void): Promise<void> {
    if (wanted.value !== null) {
      act(wanted.value);
      return;
    }
    const coming = { text: `Loading ${wanted.name} …`, stays: true };
    const timer = setTimeout(() => {
      this.notices.show(coming);
    }, unnoticed);
    let value: T;
    try {
      value = await wanted.get();
    } catch {
      this.tell(wanted, act);
      return;
    } finally {
      clearTimeout(timer);
    }
    if (this.notices.current === coming) this.notices.dismiss();
    act(value);
  }

  /** Says that a part could not be fetched, and offers to try again, or to reload the page where only that helps. */
  private tell<T>(wanted: Wanted<T>, act: (value: T) => void): void {
    const { failure } = wanted;
    if (failure === null) return;
    const again = {
      label: 'Try again',
      run: () => {
        void this.use(wanted, act);
      },
    };
    const reload = { label: 'Reload', run: this.reload };
    this.notices.show({ text: failure.text, stays: true, action: failure.reload ? reload : again });
  }
}
