/** The page as a person sees it: the places browser tests look at and the things they do. */
import { type BrowserContext, type Locator, type Page, expect } from '@playwright/test';
import { decode } from '../../src/share/codec';

/** The tabs of the result, by their visible names. */
export type ResultTab = 'Preview' | 'Checks' | 'Body' | 'Raw' | 'Fields' | 'Test send' | 'Set up';

/** The kinds of notification, by their visible names. */
export type Kind = 'Incident' | 'Deployment' | 'Alert';

/** What the Copy menu of the result offers. */
export type CopyItem = 'Rendered body' | 'Rendered JSON, indented' | 'curl command' | 'Template';

/** A text no copy can produce, put on the clipboard before one. */
const nothingCopied = 'nothing was copied';

/** One open playground. */
export class PlaygroundPage {
  constructor(readonly page: Page) {}

  /**
   * Opens the page, with a hash if one is given, and waits until an editor is there. Unless a visit before left another
   * tab open, it is the body's: most tests look at what is sent.
   */
  async open(hash = ''): Promise<void> {
    await this.page.addInitScript(() => {
      try {
        const key = 'coroot-playground.layout.tab';
        if (localStorage.getItem(key) === null) localStorage.setItem(key, '"body"');
      } catch {
        // A test of a browser without storage opens the tab by hand.
      }
    });
    await this.page.goto(`./${hash}`);
    // What the build drew is there at once; an editor comes with the scripts.
    await expect(this.page.locator('.first-sight')).toHaveCount(0);
    await expect(this.page.locator('.cm-editor').first()).toBeVisible();
  }

  get template(): Locator {
    return this.page.getByRole('textbox', { name: /template$/ });
  }

  get payload(): Locator {
    return this.page.getByRole('textbox', { name: /payload$/ });
  }

  /** The read-only editor that shows the body or the raw output. */
  get output(): Locator {
    return this.page.getByRole('tabpanel').getByRole('textbox');
  }

  get result(): Locator {
    return this.page.getByRole('tabpanel');
  }

  /** The card that says why there is no output. */
  get error(): Locator {
    return this.result.getByRole('alert');
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The message at the bottom of the page. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('status').getByRole('group').filter({ hasText: text });
  }

  /** What is underlined in an editor. */
  underlined(editor: Locator): Locator {
    return editor.locator('.cm-lintRange');
  }

  async kind(name: Kind): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
    await expect(this.page.getByRole('textbox', { name: `${name} template` })).toBeVisible();
  }

  async tab(name: ResultTab): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  /** Picks from the gallery, by the platform's name and the flavour: as documented unless said otherwise. */
  async preset(name: string, flavour: 'as documented' | 'robust' | 'simple' = 'as documented'): Promise<void> {
    await this.page.getByRole('button', { name: /^Preset:/ }).click();
    await this.dialog
      .getByRole('button', {
        name: `${name}, ${flavour === 'robust' ? flavour : `${flavour}, alerts ours`}`,
        exact: true,
      })
      .click();
    await expect(this.dialog).toBeHidden();
    await expect(this.page.getByRole('button', { name: `Preset: ${name}` })).toBeVisible();
  }

  async sample(id: string): Promise<void> {
    const picker = this.page.getByRole('combobox', { name: 'Sample payload' });
    await picker.selectOption(id);
    await expect(picker).toHaveValue(id);
  }

  /** Runs a command of the header's menu. */
  async more(command: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More' }).click();
    await this.page.getByRole('menuitem', { name: command }).click();
  }

  /** Chooses the version of Coroot whose behaviour is shown, by its name. */
  async version(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Coroot / }).click();
    await this.dialog.getByRole('radio', { name: new RegExp(`^${name.replaceAll('.', '\\.')}`) }).check();
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }

  /** Replaces the text of an editor by pasting over it: what is typed would be auto-closed. */
  async fill(editor: Locator, text: string): Promise<void> {
    await editor.focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    if (text === '') {
      await this.page.keyboard.press('Delete');
      return;
    }
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  /** The whole text of an editor, lines that are scrolled out of view included. Selects it. */
  async text(editor: Locator): Promise<string> {
    await editor.focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    return this.selected(editor);
  }

  /** What is selected in an editor. */
  async selected(editor: Locator): Promise<string> {
    await editor.focus();
    return this.clipboardAfter(() => this.page.keyboard.press('ControlOrMeta+C'));
  }

  /** What the Copy menu of the result puts on the clipboard; for the body that is exactly what would be sent. */
  async copied(item: CopyItem): Promise<string> {
    await this.page
      .getByRole('region', { name: 'Result' })
      .getByRole('button', { name: 'Copy', exact: true })
      .and(this.page.locator('[aria-haspopup]'))
      .click();
    return this.clipboardAfter(() => this.page.getByRole('menuitem', { name: item, exact: true }).click());
  }

  /** The text an action puts on the clipboard. */
  async clipboardAfter(act: () => Promise<void>): Promise<string> {
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), nothingCopied);
    await act();
    let copied = nothingCopied;
    await expect(async () => {
      copied = await this.page.evaluate(() => navigator.clipboard.readText());
      expect(copied).not.toBe(nothingCopied);
    }).toPass();
    return copied;
  }

  /** Opens the share dialog and closes it again. Returns the link. */
  async share(): Promise<string> {
    await this.page.getByRole('button', { name: 'Share', exact: true }).click();
    const link = await this.dialog.getByRole('textbox', { name: 'Link' }).inputValue();
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
    return link;
  }

  /** Waits until this browser's storage holds a text, which must not need escaping in JSON. */
  async kept(text: string): Promise<void> {
    await expect.poll(() => this.stored()).toContain(text);
  }

  /** Everything the page keeps in this browser. */
  async stored(): Promise<string> {
    return this.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  }

  /**
   * Listens to what editors tell screen readers, which goes from the page after a moment, and gives what was told until
   * it is asked.
   */
  async listen(): Promise<() => Promise<readonly string[]>> {
    const told = await this.page.evaluateHandle(() => {
      const texts: string[] = [];
      const region = document.querySelectorAll('.cm-announced[aria-live="polite"]');
      const observer = new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const { textContent } of addedNodes) if (textContent?.trim() !== '') texts.push(textContent ?? '');
        }
      });
      for (const element of region) observer.observe(element, { childList: true });
      return texts;
    });
    return () => told.jsonValue();
  }
}

/** The hash of a link, with its `#`. */
export function hashOf(link: string): string {
  return new URL(link).hash;
}

/** The project of a link; fails for a link that is none. */
export function projectOf(link: string): Extract<ReturnType<typeof decode>, { ok: true }>['project'] {
  const decoded = decode(hashOf(link));
  if (!decoded.ok) throw new Error(decoded.message);
  return decoded.project;
}

/** Closes tabs and waits until the browser has freed what they held. */
export async function closeTabs(context: BrowserContext, ...tabs: readonly PlaygroundPage[]): Promise<void> {
  // Another page of the same origin sees the locks, and holds none itself.
  const watcher = await context.newPage();
  await watcher.goto('./licenses.md');
  const held = async (): Promise<number> =>
    watcher.evaluate(async () => (await navigator.locks.query()).held?.length ?? 0);
  const before = await held();
  expect(before).toBeGreaterThanOrEqual(tabs.length);
  for (const { page } of tabs) await page.close();
  await expect.poll(held).toBe(before - tabs.length);
  await watcher.close();
}
