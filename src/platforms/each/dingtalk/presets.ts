/** The templates for DingTalk. */
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
        'Application.Namespace': 100,
        'Reports.Name': 100,
        'Reports.Check': 100,
        'Reports.Message': 200,
        RCASummary: 800,
        RCARemediations: 800,
        URL: null,
      }),
      deployment: cutAt({
        'Application.Name': 100,
        'Application.Namespace': 100,
        Version: 200,
        Summary: 200,
        URL: null,
      }),
      alert: cutAt({
        RuleName: 200,
        'Application.Name': 100,
        'Application.Namespace': 100,
        ProjectName: 100,
        Summary: 800,
        'Details.Name': 100,
        'Details.Value': 200,
        Duration: 100,
        ResolvedBy: 100,
        URL: null,
      }),
    },
    items: { Reports: 6, Summary: 10, Details: 8 },
  },
  simple: simple({ body }),
  placeholders: [],
};
