/** Who answers in tests of the state: the same questions, in the same thread. */
import { Client } from '../../src/worker';
import type { Ask } from '../../src/worker';
import { Workspace } from '../../src/app/workspace.svelte';
import type { Project } from '../../src/share';

/** Asks as the page does where no worker can start. */
export function asker(): Ask {
  return new Client({ lost: () => undefined, missing: () => undefined }).ask;
}

/** A workspace over a project, and its first answer; the platform by its id. */
export async function opened(project: Project, platform: string | null = null): Promise<Workspace> {
  const work = new Workspace(
    project,
    false,
    () => undefined,
    () => platform,
    asker(),
  );
  work.refresh();
  await work.settled();
  return work;
}
