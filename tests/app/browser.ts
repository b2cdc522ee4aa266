/** As much of a browser as state needs: storage that can be full or blocked, and tabs that hold locks. */
import { vi } from 'vitest';

/** A browser's storage. Its keys are its own properties, as with the real one. */
export class FakeStorage {
  /** Makes a storage that refuses to hold more than `quota` characters, keys included. */
  constructor(quota = Number.POSITIVE_INFINITY) {
    const hidden = { enumerable: false };
    Object.defineProperty(this, 'quota', { ...hidden, value: quota, writable: true });
  }

  declare quota: number;

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? ((this as unknown as Record<string, string>)[key] ?? null) : null;
  }

  setItem(key: string, value: string): void {
    const others = Object.entries(this).filter(([other]) => other !== key);
    const size = others.reduce(
      (sum, [name, text]) => sum + name.length + String(text).length,
      key.length + value.length,
    );
    if (size > this.quota) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    (this as unknown as Record<string, string>)[key] = value;
  }

  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }
}

/** One browser profile: what its tabs share. */
export class FakeBrowser {
  readonly localStorage = new FakeStorage();
  readonly held = new Map<string, FakeTab>();
}

type LockCallback = (lock: object | null) => Promise<never> | undefined;

/** One tab of a browser. `show` makes it the one the code under test runs in. */
export class FakeTab {
  constructor(
    private readonly browser: FakeBrowser,
    private readonly sessionStorage: FakeStorage = new FakeStorage(),
  ) {}

  show(): void {
    vi.stubGlobal('localStorage', this.browser.localStorage);
    vi.stubGlobal('sessionStorage', this.sessionStorage);
    vi.stubGlobal('navigator', { locks: { request: this.request } });
  }

  /** Frees what the tab holds; its session is lost. */
  close(): void {
    for (const [name, tab] of this.browser.held) if (tab === this) this.browser.held.delete(name);
  }

  /** Closes the tab and opens it again with the same session. */
  reload(): FakeTab {
    this.close();
    return new FakeTab(this.browser, this.sessionStorage);
  }

  /** Opens a copy of the tab, its session included, while it stays open. */
  duplicate(): FakeTab {
    return new FakeTab(this.browser, Object.assign(new FakeStorage(), this.sessionStorage));
  }

  private readonly request = (name: string, _options: object, run: LockCallback): Promise<unknown> => {
    if (this.browser.held.has(name)) return Promise.resolve(run(null));
    this.browser.held.set(name, this);
    return Promise.resolve(run({ name }));
  };
}

/** Makes every storage throw, as browsers do that keep a page from storing anything. */
export function blockStorage(): void {
  const refuse = (): never => {
    throw new DOMException('Access is denied for this document.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage']) {
    vi.stubGlobal(name, new Proxy({}, { get: refuse, ownKeys: refuse }));
  }
  vi.stubGlobal('navigator', {});
}
