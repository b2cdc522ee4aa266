/** The templates for Telegram. */
import body from './presets/simple.tmpl?raw';
import type { Presets } from '../../catalogue/parts';
import { simple } from '../../presets/simple';
import { robust as templatesFor } from './presets/robust';
import { placeholder } from './placeholder';
import { documented } from './presets/documented';

/** The presets and what they promise. */
export const presets: Presets = {
  documented,
  robust: {
    templatesFor,
    shows: {
      incident: [
        { field: 'Application.Name', characters: 100 },
        { field: 'Application.Namespace', characters: 100 },
        { field: 'Reports.Name', characters: 60 },
        { field: 'Reports.Check', characters: 60 },
        { field: 'Reports.Message', characters: 150 },
        { field: 'RCASummary', characters: 400 },
        { field: 'RCARemediations', characters: 800 },
      ],
      deployment: [
        { field: 'Application.Name', characters: 100 },
        { field: 'Application.Namespace', characters: 100 },
        { field: 'Version', characters: 200 },
        { field: 'Summary', characters: 200 },
      ],
      alert: [
        { field: 'RuleName', characters: 150 },
        { field: 'Application.Name', characters: 100 },
        { field: 'Application.Namespace', characters: 100 },
        { field: 'ProjectName', characters: 100 },
        { field: 'Summary', characters: 500 },
        { field: 'Details.Name', characters: 60 },
        { field: 'Details.Value', characters: 250 },
        { field: 'Duration', characters: 40 },
        { field: 'ResolvedBy', characters: 100 },
      ],
    },
    items: { Reports: 8, Summary: 12, Details: 8 },
  },
  simple: simple({ body }),
  placeholders: [{ key: 'chat_id', text: placeholder }],
};
