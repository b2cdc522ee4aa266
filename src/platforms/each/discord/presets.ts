/** The templates for Discord. */
import alert from './presets/documented/alert.tmpl?raw';
import deployment from './presets/documented/deployment.tmpl?raw';
import incident from './presets/documented/incident.tmpl?raw';
import body from './presets/simple.tmpl?raw';
import type { RobustPreset, Presets } from '../../catalogue/parts';
import { simple } from '../../presets/simple';
import { robust as templatesFor } from './presets/robust';

const robust: RobustPreset = {
  templatesFor,
  shows: {
    incident: [
      { field: 'Application.Name', characters: 80 },
      { field: 'Application.Namespace', characters: 60 },
      { field: 'Reports.Name', characters: 60 },
      { field: 'Reports.Check', characters: 60 },
      { field: 'Reports.Message', characters: 240 },
      { field: 'RCASummary', characters: 400 },
      { field: 'RCARemediations', characters: 400 },
    ],
    deployment: [
      { field: 'Application.Name', characters: 80 },
      { field: 'Application.Namespace', characters: 60 },
      { field: 'Version', characters: 100 },
      { field: 'Summary', characters: 200 },
    ],
    alert: [
      { field: 'RuleName', characters: 80 },
      { field: 'Application.Name', characters: 80 },
      { field: 'Application.Namespace', characters: 60 },
      { field: 'ProjectName', characters: 60 },
      { field: 'Duration', characters: null },
      { field: 'ResolvedBy', characters: 60 },
      { field: 'Summary', characters: 500 },
      { field: 'Details.Name', characters: 60 },
      { field: 'Details.Value', characters: 250 },
    ],
  },
  items: { Reports: 5, Summary: 8, Details: 5 },
};

/** The presets and what they promise. */
export const presets: Presets = {
  documented: { incident, deployment, alert },
  robust,
  simple: simple({ body, sizes: { items: 4, long: 200 } }),
  placeholders: [],
};
