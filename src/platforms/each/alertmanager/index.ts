/** Prometheus Alertmanager, API v2: https://prometheus.io/docs/alerting/latest/alerts_api/ */
import { robust as templatesFor } from './presets/robust';
import body from './presets/simple.tmpl?raw';
import { type Platform, urlShape } from '../../catalogue/platform';
import { plainSkin } from '../../preview/skin';
import { cutAt } from '../../presets/shown';
import { corootSteps, step } from '../../catalogue/steps';
import { simple } from '../../presets/simple';
import { asAlertmanagerReads, rules } from './rules';
import { draw, noAlert } from './draw';

/** An alert that Alertmanager groups, silences and routes with those of Prometheus. */
export const alertmanager: Platform = {
  id: 'alertmanager',
  name: 'Alertmanager',
  group: 'on-call',
  skin: plainSkin,
  tagline: 'An alert beside those of Prometheus: grouped, silenced and routed by its labels.',
  docsUrl: 'https://prometheus.io/docs/alerting/latest/alerts_api/',
  checked: '2026-11',
  urlPlaceholder: 'http://alertmanager.example.com:9093/api/v2/alerts',
  checkUrl: urlShape(
    (url) => url.pathname.endsWith('/api/v2/alerts'),
    'Alertmanager’s address ends in /api/v2/alerts, after the prefix of its web page if it has one.',
  ),
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
  browserSend: {
    verdict: 'works',
    text: 'Alertmanager lets any page post to it. One behind basic authentication refuses pages; use the curl command there.',
  },
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 200,
        'Application.Namespace': 200,
        'Reports.Name': 100,
        'Reports.Check': 100,
        'Reports.Message': 300,
        RCASummary: 1000,
        RCARemediations: 1500,
        URL: null,
      }),
      deployment: cutAt({
        'Application.Name': 200,
        'Application.Namespace': 200,
        Version: 200,
        Summary: 300,
        URL: null,
      }),
      alert: cutAt({
        'Application.Name': 200,
        'Application.Namespace': 200,
        ProjectName: 200,
        RuleName: 200,
        Summary: 1000,
        'Details.Name': 100,
        'Details.Value': 500,
        Duration: 50,
        ResolvedBy: 100,
        URL: null,
      }),
    },
    items: { Reports: 15, Summary: 15, Details: 15 },
  },
  simple: simple({ body, markup: '' }),
  placeholders: [],
  reading: { reads: 'json', nothing: noAlert, mend: asAlertmanagerReads, rules, draw },
  approximate: [
    'People read what your receivers make of the alert: their templates choose from the labels and annotations shown here.',
    'The preview shows the first alert of a body.',
  ],
  unverified: [],
};
