/** The templates for Webex. */
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
        'Application.Name': 50,
        'Application.Namespace': 50,
        'Reports.Name': 50,
        'Reports.Check': 50,
        'Reports.Message': 100,
        RCASummary: 300,
        RCARemediations: 300,
        URL: null,
      }),
      deployment: cutAt({
        'Application.Name': 50,
        'Application.Namespace': 50,
        Version: 100,
        Summary: 100,
        URL: null,
      }),
      alert: cutAt({
        RuleName: 100,
        'Application.Name': 50,
        'Application.Namespace': 50,
        ProjectName: 50,
        Summary: 300,
        'Details.Name': 50,
        'Details.Value': 200,
        Duration: 50,
        ResolvedBy: 50,
        URL: null,
      }),
    },
    items: { Reports: 5, Summary: 10, Details: 4 },
  },
  simple: simple({ sizes: { text: 120, items: 4 } }),
  placeholders: [],
};
