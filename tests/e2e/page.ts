/** The page as a person sees it: the places browser tests look at and the things they do. */
import { type Locator, type Page, expect } from '@playwright/test';

/** One open playground. */
export class PlaygroundPage {
  constructor(readonly page: Page) {}

  /** Opens the page, with a hash if one is given, and waits until an editor is there. */
  async open(hash = ''): Promise<void> {
    await this.page.goto(`./${hash}`);
    await expect(this.page.locator('.cm-editor').first()).toBeVisible();
  }

  get template(): Locator {
    return this.page.getByRole('textbox', { name: /template$/ });
  }

  get payload(): Locator {
    return this.page.getByRole('textbox', { name: /payload$/ });
  }

  get result(): Locator {
    return this.page.getByRole('tabpanel');
  }

  async kind(name: 'Incident' | 'Deployment' | 'Alert'): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  async tab(name: 'Body' | 'Raw' | 'Test send' | 'Set up'): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }

  async preset(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Preset:/ }).click();
    await this.page.getByRole('dialog').getByRole('button', { name }).click();
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }

  async sample(id: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Sample payload' }).selectOption(id);
  }

  /** Replaces the text of an editor by typing over it: what is pasted is not auto-closed, unlike what is typed. */
  async fill(editor: Locator, text: string): Promise<void> {
    await editor.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(text);
  }

  /** The body as it is copied, so exactly what would be sent. */
  async copied(item: string): Promise<string> {
    await this.page.getByRole('button', { name: 'Copy', exact: true }).and(this.page.locator('[aria-haspopup]')).click();
    await this.page.getByRole('menuitem', { name: item }).click();
    await expect(this.page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
