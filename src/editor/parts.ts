/**
 * The parts of the editor that nobody needs to type: they are fetched once the editor stands, or when a key asks for
 * one. An editor looks the same before and after they come.
 */
import { Compartment, type Extension } from '@codemirror/state';
import { EditorView, type KeyBinding, keymap } from '@codemirror/view';

/**
 * Fetches what people call `name`. `isWanted` says that somebody waits for it, who is to be told when it does not come;
 * then the promise rejects, and the part is asked for again when it is needed the next time.
 */
export type FetchPart = <T>(name: string, load: () => Promise<T>, isWanted: boolean) => Promise<T>;

/** A module that is fetched once for all editors. */
class Part<T> {
  module: T | null = null;

  constructor(
    private readonly name: string,
    private readonly load: () => Promise<T>,
  ) {}

  async get(fetch: FetchPart, isWanted: boolean): Promise<T> {
    const module = this.module ?? (await fetch(this.name, this.load, isWanted));
    this.module = module;
    return module;
  }
}

/** Suggestions while one types, and brackets that close themselves. */
export const completing = new Part('suggestions while you type', () => import('./completing'));
/** Search and replace, and marks on what is like the selection. */
export const searching = new Part('search', () => import('./searching'));
/** Marks on problems, the list of them, and their fixes. */
export const diagnosing = new Part('marks on problems', () => import('./diagnosing'));
/** The language of payloads. */
export const payloads = new Part('the colours of JSON', () => import('./payload-language'));

/** How an extension of an editor depends on a part. */
export interface LateOptions<T> {
  readonly part: Part<T>;
  /** The extension, once the part is there. */
  readonly make: (module: T) => Extension;
  /** What the editor has until then. */
  readonly before?: Extension;
  /** The keys that ask for the part, in CodeMirror's notation; with `Shift-` where that is another command. */
  readonly keys?: readonly string[];
}

/** An extension of one editor that comes with its part. */
export class LateExtension<T extends object> {
  private readonly place = new Compartment();
  private isThere = false;

  constructor(
    private readonly fetch: FetchPart,
    private readonly options: LateOptions<T>,
  ) {}

  /** What the editor starts with. */
  start(): Extension {
    const { part, make, before = [], keys = [] } = this.options;
    this.isThere = part.module !== null;
    if (part.module !== null) return this.place.of(make(part.module));
    return this.place.of([before, keymap.of(keys.map((key) => ({ key, run: (view) => this.press(view, key) })))]);
  }

  /** The part, if it is there. */
  get module(): T | null {
    return this.options.part.module;
  }

  /** Puts the extension into the editor as soon as its part is there; rejects if that does not come. */
  async into(view: EditorView, isWanted: boolean): Promise<T> {
    const module = await this.options.part.get(this.fetch, isWanted);
    if (!this.isThere) this.renew(view);
    return module;
  }

  /** Makes the extension anew, if its part is there. */
  renew(view: EditorView): void {
    const { part, make } = this.options;
    // An editor that has left the page takes nothing any more.
    if (part.module === null || !view.dom.isConnected) return;
    this.isThere = true;
    view.dispatch({ effects: this.place.reconfigure(make(part.module)) });
  }

  /** A key whose command is on its way: it is done when it is there. */
  private press(view: EditorView, key: string): boolean {
    void this.into(view, true).then(
      (module) => {
        const bindings: readonly KeyBinding[] = 'keys' in module && Array.isArray(module.keys) ? module.keys : [];
        const plain = key.replace(/^Shift-/, '');
        const binding = bindings.find((each) => each.key === key) ?? bindings.find((each) => each.key === plain);
        (key === plain || binding?.key === key ? binding?.run : binding?.shift)?.(view);
      },
      () => {
        view.dispatch({ effects: EditorView.announce.of('This part of the editor could not be fetched.') });
      },
    );
    return true;
  }
}

/** Calls back when the browser has nothing else to do. */
export function whenIdle(then: () => void): void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'function') requestIdleCallback(then);
  else setTimeout(then, 200);
}
