/** The templates for Zulip. */
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
        'Reports.Name': 40,
        'Reports.Check': 40,
        'Reports.Message': 150,
        RCASummary: 500,
        RCARemediations: 700,
      }),
      deployment: cutAt({ ...application, Version: 80, Summary: 220 }),
      alert: cutAt({
        ...application,
        ProjectName: 60,
        RuleName: 100,
        Summary: 400,
        'Details.Name': 40,
        'Details.Value': 230,
        Duration: 40,
        ResolvedBy: 60,
      }),
    },
    items: { Reports: 6, Summary: 10, Details: 6 },
  },
  simple: simple(),
  placeholders: [],
};
