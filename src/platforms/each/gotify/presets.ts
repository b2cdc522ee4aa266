/** The templates for Gotify. */
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
        'Application.Name': 150,
        'Application.Namespace': 100,
        'Reports.Name': 100,
        'Reports.Check': 100,
        'Reports.Message': 300,
        RCASummary: 1000,
        RCARemediations: 1500,
        URL: null,
      }),
      deployment: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 100,
        Version: 200,
        Summary: 300,
        URL: null,
      }),
      alert: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 100,
        ProjectName: 100,
        RuleName: 200,
        Summary: 1000,
        'Details.Name': 100,
        'Details.Value': 1000,
        Duration: 50,
        ResolvedBy: 100,
        URL: null,
      }),
    },
    items: { Reports: 15, Summary: 15, Details: 15 },
  },
  simple: simple({ body }),
  placeholders: [],
};
