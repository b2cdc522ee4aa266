/** What a person arranged: pane sizes and the tabs that are open. Kept across visits, never shared. */
import { initial, percent } from './arrangement';
import { Persisted } from './persisted.svelte';

/** The tabs of the right pane, in the order they are shown. */
const resultTabs = ['preview', 'checks', 'body', 'raw', 'reference', 'send', 'setup'] as const;

/** A tab of the right pane. */
export type ResultTab = (typeof resultTabs)[number];
/** The parts of the page a narrow screen shows one at a time. */
export type NarrowView = 'template' | 'payload' | 'result';

function resultTab(stored: unknown): ResultTab | null {
  return resultTabs.find((tab) => tab === stored) ?? null;
}

function themeName(stored: unknown): 'light' | 'dark' | null {
  return stored === 'light' || stored === 'dark' ? stored : null;
}

/** The arrangement of the panes. Sizes are percentages of the first pane. */
export class Layout {
  static readonly initial = initial;
  readonly columns = new Persisted<number>('layout.columns', initial.columns, percent);
  readonly rows = new Persisted<number>('layout.rows', initial.rows, percent);
  /** The theme of previews, which does not follow the page's. */
  readonly previewTheme = new Persisted<'light' | 'dark'>('layout.preview-theme', initial.previewTheme, themeName);
  /** How many drafts of other releases a person was told of and has dismissed. */
  readonly strangeSeen = new Persisted<number>('layout.strange-seen', 0, (n) => (typeof n === 'number' ? n : null));
  /** Whether the template's problems are listed under it. */
  readonly problems = new Persisted<boolean>('layout.problems', initial.problems, (on) =>
    typeof on === 'boolean' ? on : null,
  );
  private readonly openTab = new Persisted<ResultTab>('layout.tab', initial.tab, resultTab);
  /** The part that is on view where only one fits; style sheets know where that is. */
  view = $state<NarrowView>('template');

  /** The tab of the right pane that is open. */
  get tab(): ResultTab {
    return this.openTab.value;
  }

  set tab(tab: ResultTab) {
    this.openTab.value = tab;
  }

  /** Opens a tab of the right pane, switching the narrow view to it as well. */
  show(tab: ResultTab): void {
    this.tab = tab;
    this.view = 'result';
  }
}
