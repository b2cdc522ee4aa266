/** What robust presets show, for those that show all there is. */
import type { RobustPreset, Shown } from '../catalogue/parts';

function whole(...fields: readonly string[]): readonly Shown[] {
  return fields.map((field) => ({ field, characters: null }));
}

const application = ['Application.Name', 'Application.Namespace'];

/** Every field that says something to a person, uncut. */
export const everything: RobustPreset['shows'] = {
  incident: whole(
    ...application,
    'Reports.Name',
    'Reports.Check',
    'Reports.Message',
    'RCASummary',
    'RCARemediations',
    'URL',
  ),
  deployment: whole(...application, 'Version', 'Summary', 'URL'),
  alert: whole(
    ...application,
    'ProjectName',
    'RuleName',
    'Summary',
    'Details.Name',
    'Details.Value',
    'Duration',
    'ResolvedBy',
    'URL',
  ),
};

/** Every item of every list. */
export const allItems: RobustPreset['items'] = { Reports: null, Summary: null, Details: null };

/** Fields cut at so many characters, as the template's printf does; null for those that are not. */
export function cutAt(fields: Readonly<Record<string, number | null>>): readonly Shown[] {
  return Object.entries(fields).map(([field, characters]) => ({ field, characters }));
}
