/**
 * The releases of Go whose templates, fmt and encoding/json differ, and what differs: https://go.dev/doc/devel/release
 * A feature is a row here; the place that behaves otherwise asks `since` with its name and nothing else.
 */

/** A release of Go that Coroot was built with, and the newest one. */
export type GoVersion = '1.21' | '1.23' | '1.25' | '1.26';

/** Every version, the oldest first. */
export const goVersions: readonly GoVersion[] = ['1.21', '1.23', '1.25', '1.26'];

/** What the recordings without a version of their own were made with. */
export const newestGo: GoVersion = '1.26';
