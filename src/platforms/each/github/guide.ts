/** What people read of GitHub Actions: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to GitHub Actions. */
export const guide: Guide = {
  setup: [
    {
      title: 'Create a token',
      steps: [
        step(
          'On GitHub, create a [fine-grained token](https://github.com/settings/personal-access-tokens/new) for the repository with the permission “Contents: Read and write”.',
        ),
        step('Keep it secret: it can change the repository.'),
      ],
    },
    {
      title: 'Add a workflow',
      steps: [
        step(
          'In the repository’s default branch, add a workflow with `on: repository_dispatch` and `types: [coroot-incident, coroot-deployment, coroot-alert]`.',
        ),
        step(
          'The data is in `github.event.client_payload`. Hand it to scripts through `env:`, never inside `run:`, since texts may hold anything.',
        ),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: [
        ...corootSteps('Paste `https://api.github.com/repos/OWNER/REPOSITORY/dispatches` as the Webhook URL.'),
        step('Add the header `Authorization: Bearer` with your token, and `Accept: application/vnd.github+json`.'),
      ],
    },
  ],
  headers: [
    ['Authorization', 'Bearer YOUR_TOKEN'],
    ['Accept', 'application/vnd.github+json'],
  ],
  warnings: [
    'GitHub answers 204 as soon as it has the event; whether a workflow listens to it or fails, Coroot does not see.',
    'Only workflows in the default branch are started.',
    'Texts of an incident come from logs and names. In a workflow, ${{ github.event.client_payload… }} inside a script runs whatever they hold.',
  ],
  approximate: [],
  unverified: [
    'GitHub documents 64 KB for the payload; whether it counts bytes of the body or of the parsed JSON is not said.',
  ],
};
