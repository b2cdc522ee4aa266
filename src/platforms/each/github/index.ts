/** GitHub's repository_dispatch: https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { rules } from './rules';

/** A workflow of GitHub Actions that starts when Coroot calls. */
export const github: Platform = {
  id: 'github',
  name: 'GitHub Actions',
  group: 'automation',
  skin: plainSkin,
  tagline: 'Start a workflow of a repository: open an issue, roll back, run a check.',
  docsUrl: 'https://docs.github.com/en/rest/repos/repos#create-a-repository-dispatch-event',
  checked: '2026-11',
  urlPlaceholder: 'https://api.github.com/repos/your-org/your-repo/dispatches',
  // GitHub Enterprise has the API below /api/v3 of its own host.
  checkUrl: urlShape(
    (url) => /^(?:\/api\/v3)?\/repos\/[^/]+\/[^/]+\/dispatches$/.test(url.pathname),
    'GitHub’s address is https://api.github.com/repos/OWNER/REPOSITORY/dispatches.',
  ),
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
  browserSend: {
    verdict: 'works',
    text: 'GitHub’s API lets any page post with an Authorization header. The token then passes through this page; the curl command keeps it out.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 150,
        'Reports.Name': 80,
        'Reports.Check': 80,
        'Reports.Message': 300,
        RCASummary: 1000,
        RCARemediations: 1200,
        URL: null,
      }),
      deployment: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 150,
        Version: 500,
        Summary: 300,
        URL: null,
      }),
      alert: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 150,
        ProjectName: 150,
        RuleName: 200,
        Summary: 500,
        'Details.Name': 100,
        'Details.Value': 500,
        Duration: 50,
        ResolvedBy: 100,
        URL: null,
      }),
    },
    items: { Reports: 15, Summary: 20, Details: 10 },
  },
  simple: simple({ body, markup: '' }),
  placeholders: [],
  reading: {
    reads: 'object',
    answer:
      '{"message":"Problems parsing JSON","documentation_url":"https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event"}',
    nothing: null,
    rules,
    draw: (_, text) => ({ kind: 'data', text }),
  },
  approximate: [],
  unverified: [
    'GitHub documents 64 KB for the payload; whether it counts bytes of the body or of the parsed JSON is not said.',
  ],
};
