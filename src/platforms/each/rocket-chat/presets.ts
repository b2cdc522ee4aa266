/** The templates for Rocket.Chat. */
import body from './presets/simple.tmpl?raw';
import type { Presets } from '../../catalogue/parts';
import { cutAt } from '../../presets/shown';
import { simple } from '../../presets/simple';
import { robust as templatesFor } from './presets/robust';

const application = { 'Application.Name': 80, 'Application.Namespace': 60 };

/** The presets and what they promise. */
export const presets: Presets = {
  documented: null,
  robust: {
    templatesFor,
    shows: {
      incident: cutAt({
        ...application,
        'Reports.Name': 60,
        'Reports.Check': 60,
        'Reports.Message': 300,
        RCASummary: 1500,
        RCARemediations: 2500,
      }),
      deployment: cutAt({ ...application, Version: 100, Summary: 300 }),
      alert: cutAt({
        ...application,
        ProjectName: 60,
        RuleName: 100,
        Summary: 500,
        'Details.Name': 60,
        'Details.Value': 500,
        Duration: 40,
        ResolvedBy: 100,
      }),
    },
    items: { Reports: 10, Summary: 12, Details: 10 },
  },
  simple: simple({ body }),
  placeholders: [],
};
