/** The templates for Matrix (hookshot). */
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
        'Reports.Name': 80,
        'Reports.Check': 80,
        'Reports.Message': 200,
        RCASummary: 700,
        RCARemediations: 800,
      }),
      deployment: cutAt({ 'Application.Name': 150, 'Application.Namespace': 100, Version: 200, Summary: 200 }),
      alert: cutAt({
        'Application.Name': 150,
        'Application.Namespace': 100,
        ProjectName: 100,
        RuleName: 200,
        Summary: 400,
        'Details.Name': 100,
        'Details.Value': 400,
        Duration: 50,
        ResolvedBy: 100,
      }),
    },
    items: { Reports: 5, Summary: 5, Details: 4 },
  },
  simple: simple({ body, end: '\\n\\n' }),
  placeholders: [],
};
