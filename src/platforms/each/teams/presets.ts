/** The templates for Microsoft Teams. */
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
        'Application.Name': 100,
        'Application.Namespace': 60,
        'Reports.Name': 40,
        'Reports.Check': 60,
        'Reports.Message': 160,
        RCASummary: 800,
        RCARemediations: 800,
      }),
      deployment: cutAt({ 'Application.Name': 100, 'Application.Namespace': 60, Version: 300, Summary: 240 }),
      alert: cutAt({
        RuleName: 150,
        'Application.Name': 100,
        'Application.Namespace': 60,
        ProjectName: 60,
        Summary: 700,
        'Details.Name': 60,
        'Details.Value': 300,
        Duration: 40,
        ResolvedBy: 80,
      }),
    },
    items: { Reports: 6, Summary: 10, Details: 6 },
  },
  simple: simple({ body, end: '\\n\\n' }),
  placeholders: [],
};
