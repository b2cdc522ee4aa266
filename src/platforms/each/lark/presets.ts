/** The templates for Lark / Feishu. */
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
        'Application.Namespace': 40,
        'Reports.Name': 30,
        'Reports.Check': 40,
        'Reports.Message': 130,
        RCASummary: 650,
        RCARemediations: 650,
      }),
      deployment: cutAt({ 'Application.Name': 80, 'Application.Namespace': 40, Version: 200, Summary: 180 }),
      alert: cutAt({
        RuleName: 120,
        'Application.Name': 80,
        'Application.Namespace': 40,
        ProjectName: 40,
        Summary: 500,
        'Details.Name': 40,
        'Details.Value': 200,
        Duration: 30,
        ResolvedBy: 60,
      }),
    },
    items: { Reports: 6, Summary: 10, Details: 6 },
  },
  simple: simple({ body }),
  placeholders: [],
};
