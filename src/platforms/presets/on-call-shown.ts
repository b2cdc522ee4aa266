/** What the presets of on-call systems show: their texts are put together alike. */
import type { RobustPreset } from '../catalogue/parts';
import { cutAt } from './shown';

const application = { 'Application.Name': 100, 'Application.Namespace': 60 };

/** The fields and where they are cut. */
export const onCallShows: RobustPreset['shows'] = {
  incident: cutAt({
    ...application,
    'Reports.Name': 40,
    'Reports.Check': 80,
    'Reports.Message': 200,
    RCASummary: 400,
    RCARemediations: 800,
  }),
  deployment: cutAt({ ...application, Version: 200, Summary: 200 }),
  alert: cutAt({
    ...application,
    RuleName: 150,
    Summary: 400,
    ProjectName: 100,
    'Details.Name': 60,
    'Details.Value': 300,
    Duration: 40,
    ResolvedBy: 100,
  }),
};
