/** The templates for GitHub Actions. */
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
        'Application.Namespace': 150,
        'Reports.Name': 80,
        'Reports.Check': 80,
        'Reports.Message': 300,
        RCASummary: 1000,
        RCARemediations: 1200,
        URL: null,
      }),
      deployment: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 150,
        Version: 500,
        Summary: 300,
        URL: null,
      }),
      alert: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 150,
        ProjectName: 150,
        RuleName: 200,
        Summary: 500,
        'Details.Name': 100,
        'Details.Value': 500,
        Duration: 50,
        ResolvedBy: 100,
        URL: null,
      }),
    },
    items: { Reports: 15, Summary: 20, Details: 10 },
  },
  simple: simple({ body }),
  placeholders: [],
};
