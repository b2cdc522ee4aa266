/** The templates for WeCom. */
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
        'Application.Name': 30,
        'Application.Namespace': 15,
        'Reports.Name': 15,
        'Reports.Check': 15,
        'Reports.Message': 40,
        RCASummary: 70,
        RCARemediations: 70,
        URL: null,
      }),
      deployment: cutAt({ 'Application.Name': 30, 'Application.Namespace': 15, Version: 40, Summary: 40, URL: null }),
      alert: cutAt({
        RuleName: 40,
        'Application.Name': 30,
        'Application.Namespace': 15,
        ProjectName: 15,
        Summary: 70,
        'Details.Name': 15,
        'Details.Value': 40,
        Duration: 15,
        ResolvedBy: 15,
        URL: null,
      }),
    },
    items: { Reports: 3, Summary: 6, Details: 3 },
  },
  simple: simple({ body, sizes: { name: 40, label: 15, text: 50, long: 60, items: 3 } }),
  placeholders: [],
};
