/** The templates for ntfy. */
import body from './presets/simple.tmpl?raw';
import type { Presets } from '../../catalogue/parts';
import { cutAt } from '../../presets/shown';
import { simple } from '../../presets/simple';
import { robust as templatesFor } from './presets/robust';

/** The presets and what they promise. */
export const presets: Presets = {
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        'Application.Name': 80,
        'Application.Namespace': 60,
        'Reports.Name': 40,
        'Reports.Check': 60,
        'Reports.Message': 100,
        RCASummary: 200,
      }),
      deployment: cutAt({ 'Application.Name': 80, 'Application.Namespace': 60, Version: 150, Summary: 200 }),
      alert: cutAt({
        'Application.Name': 60,
        'Application.Namespace': 40,
        ProjectName: 40,
        RuleName: 80,
        Summary: 200,
        'Details.Name': 40,
        'Details.Value': 160,
        Duration: 20,
        ResolvedBy: 60,
      }),
    },
    items: { Reports: 3, Summary: 3, Details: 2 },
  },
  simple: simple({ body, sizes: { label: 30, text: 90, long: 150 } }),
  placeholders: [{ key: 'topic', text: 'coroot-alerts' }],
};
