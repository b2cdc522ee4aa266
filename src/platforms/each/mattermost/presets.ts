/** The templates for Mattermost. */
import alert from './presets/documented/alert.tmpl?raw';
import deployment from './presets/documented/deployment.tmpl?raw';
import incident from './presets/documented/incident.tmpl?raw';
import type { RobustPreset, Presets } from '../../catalogue/parts';
import { simple } from '../../presets/simple';
import { robust as templatesFor } from './presets/robust';

const robust: RobustPreset = {
  templatesFor,
  shows: {
    incident: [
      { field: 'Application.Name', characters: 100 },
      { field: 'Application.Namespace', characters: 80 },
      { field: 'Reports.Name', characters: 80 },
      { field: 'Reports.Check', characters: 80 },
      { field: 'Reports.Message', characters: 300 },
      { field: 'RCASummary', characters: 1000 },
      { field: 'RCARemediations', characters: 1000 },
    ],
    deployment: [
      { field: 'Application.Name', characters: 100 },
      { field: 'Application.Namespace', characters: 80 },
      { field: 'Version', characters: 100 },
      { field: 'Summary', characters: 300 },
    ],
    alert: [
      { field: 'RuleName', characters: 100 },
      { field: 'Summary', characters: 1000 },
      { field: 'Application.Name', characters: 100 },
      { field: 'Application.Namespace', characters: 80 },
      { field: 'ProjectName', characters: 80 },
      { field: 'Duration', characters: null },
      { field: 'ResolvedBy', characters: 80 },
      { field: 'Details.Name', characters: 80 },
      { field: 'Details.Value', characters: 400 },
    ],
  },
  items: { Reports: 10, Summary: 10, Details: 10 },
};

/** The presets and what they promise. */
export const presets: Presets = {
  documented: { incident, deployment, alert },
  robust,
  simple: simple(),
  placeholders: [],
};
