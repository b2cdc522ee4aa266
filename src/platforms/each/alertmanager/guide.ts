/** What people read of Alertmanager: the setup, what surprises, and what is not sure. */
import type { Guide } from '../../catalogue/parts';
import { corootSteps, step } from '../../catalogue/steps';

/** The guide to Alertmanager. */
export const guide: Guide = {
  setup: [
    {
      title: 'Prepare Alertmanager',
      steps: [
        step(
          'Add a route for `alertname="CorootIncident"` and, if you like, `CorootDeployment`; alerts carry the name of their rule.',
        ),
        step('Set `send_resolved: true` at the receiver, so that the end of an incident is sent, too.'),
        step('With several Alertmanagers in a cluster, post to one of them: they tell each other.'),
      ],
    },
    {
      title: 'Set up Coroot',
      steps: corootSteps(
        'Paste `http://alertmanager.example.com:9093/api/v2/alerts` as the Webhook URL, with basic authentication if yours asks for it.',
      ),
    },
  ],
  headers: [],
  warnings: [
    'A template has no clock. The templates end a firing alert in the year 2100, since Coroot reports it once and Alertmanager would forget it after five minutes; “resolved” ends it in the year 2000. So the times that Alertmanager shows for a resolved alert mean nothing.',
    'If Coroot’s “resolved” gets lost, the alert fires until somebody silences it or restarts Alertmanager.',
    'An incident has no severity label: the label would differ when it ends, and Alertmanager would take that for another alert. Its status is an annotation.',
    'A deployment is an event without an end: Alertmanager resolves it after its resolve_timeout.',
    'The body is a list, and Coroot repairs line breaks in objects only: every text has to go through json.',
  ],
  approximate: [
    'People read what your receivers make of the alert: their templates choose from the labels and annotations shown here.',
    'The preview shows the first alert of a body.',
  ],
  unverified: [],
};
