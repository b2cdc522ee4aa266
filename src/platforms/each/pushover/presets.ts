/** The templates for Pushover. */
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
        'Reports.Name': 30,
        'Reports.Check': 40,
        'Reports.Message': 100,
        RCASummary: 250,
      }),
      deployment: cutAt({ 'Application.Name': 80, 'Application.Namespace': 60, Version: 150, Summary: 200 }),
      alert: cutAt({
        'Application.Name': 80,
        'Application.Namespace': 60,
        ProjectName: 50,
        RuleName: 150,
        Summary: 250,
        'Details.Name': 30,
        'Details.Value': 160,
        Duration: 20,
        ResolvedBy: 60,
      }),
    },
    items: { Reports: 3, Summary: 3, Details: 2 },
  },
  simple: simple({ body, sizes: { name: 50, label: 25, text: 70, long: 150 } }),
  placeholders: [
    { key: 'token', text: 'YourAppTokenFromPushoverxxxxxx' },
    { key: 'user', text: 'YourUserOrGroupKeyxxxxxxxxxxxx' },
  ],
};
