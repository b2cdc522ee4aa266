/** Places in the texts of the page, and how a person gets to see one. */
import type { NotificationKind } from '../coroot';
import type { EditorHandle } from '../editor';
import type { Layout } from './layout.svelte';
import type { RenderFailure } from '../pipeline';
import type { ReferenceEntry } from './reference';
import type { Workspace } from './workspace.svelte';

/** The editors that are on the page now, to reveal places in them. */
export interface Editors {
  readonly template: Partial<Record<NotificationKind, EditorHandle>>;
  readonly payload: Partial<Record<NotificationKind, EditorHandle>>;
  output: EditorHandle | null;
}

/** Reveals places. Offsets are UTF-16 units of the text that its editor shows. */
export class Places {
  readonly editors: Editors = { template: {}, payload: {}, output: null };

  constructor(
    private readonly work: Workspace,
    private readonly layout: Layout,
  ) {}

  /** Shows a place in the template, and the template itself where only one part of the page fits. */
  revealTemplate(from: number, to: number): void {
    this.layout.view = 'template';
    this.reveal(this.editors.template[this.work.kind], from, to);
  }

  /** Keeps what is being written in the template on view when the place for it gets smaller. */
  keepTemplateCursorInView(): void {
    requestAnimationFrame(() => {
      this.editors.template[this.work.kind]?.keepCursorInView();
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

  /** Shows a place in the output that is on view. */
  revealOutput(from: number, to: number): void {
    this.editors.output?.reveal(from, to);
  }

  /** Shows what an error is about. */
  revealFailure({ template }: RenderFailure): void {
    const problem = this.work.stages.payload.problems.find(({ severity }) => severity === 'error');
    if (template !== null) this.revealTemplate(template.from, template.to);
    else if (problem !== undefined) this.revealPayload(problem.from, problem.to);
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

  private reveal(editor: EditorHandle | undefined, from: number, to: number): void {
    // The part of the page may only just be appearing, and a hidden editor cannot scroll.
    requestAnimationFrame(() => {
      editor?.reveal(from, to);
      editor?.focus();
    });
  }
}
