/** The templates for Slack. */
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
        'Reports.Name': 60,
        'Reports.Check': 60,
        'Reports.Message': 250,
        RCASummary: 1500,
        RCARemediations: 2500,
      }),
      deployment: cutAt({ 'Application.Name': 80, 'Application.Namespace': 60, Version: 100, Summary: 300 }),
      alert: cutAt({
        'Application.Name': 80,
        'Application.Namespace': 60,
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
  simple: simple(),
  placeholders: [],
};
