/** GitHub's repository_dispatch: https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event */
import { urlShape, type PlatformRow } from '../../catalogue/platform';

/** A workflow of GitHub Actions that starts when Coroot calls. */
export const github: PlatformRow = {
  id: 'github',
  name: 'GitHub Actions',
  group: 'automation',
  tagline: 'Start a workflow of a repository: open an issue, roll back, run a check.',
  docsUrl: 'https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event',
  checked: '2026-11',
  urlPlaceholder: 'https://api.github.com/repos/your-org/your-repo/dispatches',
  // GitHub Enterprise has the API below /api/v3 of its own host.
  checkUrl: urlShape(
    (url) => /^(?:\/api\/v3)?\/repos\/[^/]+\/[^/]+\/dispatches$/.test(url.pathname),
    'GitHub’s address is https://api.github.com/repos/OWNER/REPOSITORY/dispatches.',
  ),
  browserSend: {
    verdict: 'works',
    text: 'GitHub’s API lets any page post with an Authorization header. The token then passes through this page; the curl command keeps it out.',
  },
  markup: '',
  hasDocumented: false,
};
