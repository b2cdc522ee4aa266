/** How the panes of a first visit are arranged, and what sizes they may have: for the page and its early script. */

/** What a person who has arranged nothing sees. Sizes are percentages of the first pane. */
export const initial = { tab: 'preview', previewTheme: 'light', problems: true, columns: 50, rows: 58 } as const;

/** A size as it may be stored, or null. */
export function percent(stored: unknown): number | null {
  return typeof stored === 'number' && stored >= 15 && stored <= 85 ? stored : null;
}
