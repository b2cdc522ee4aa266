/** The templates for Google Chat. */
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
        'Reports.Message': 200,
        RCASummary: 800,
        RCARemediations: 1200,
      }),
      deployment: cutAt({ ...application, Version: 100, Summary: 250 }),
      alert: cutAt({
        ...application,
        ProjectName: 60,
        RuleName: 100,
        Summary: 400,
        'Details.Name': 40,
        'Details.Value': 250,
        Duration: 40,
        ResolvedBy: 80,
      }),
    },
    items: { Reports: 8, Summary: 12, Details: 8 },
  },
  simple: simple(),
  placeholders: [],
};
