/** From which release of Coroot on a template works, where the chosen release alone is to blame for its error. */
import { type TemplateError, goVersions } from '../go';
import { fieldSince } from './types';
import { type CorootVersion, type Release, cameWith, corootVersions, hasSince } from './versions';

/** The first release on which an error would not have happened, or null where no release is to blame. */
export function worksSince(error: TemplateError, version: CorootVersion): Release | null {
  const { needs } = error;
  if (needs !== null) {
    const hasIt = ({ go }: Pick<CorootVersion, 'go'>): boolean => goVersions.indexOf(go) >= goVersions.indexOf(needs);
    return corootVersions.some(hasIt) ? cameWith(hasIt) : null;
  }
  if (error.code !== 'no-such-field') return null;
  const [, field = '', type = ''] = /field (\S+) in type (\S+)$/.exec(error.detail) ?? [];
  if (type === 'model.ApplicationId') {
    return field === 'ClusterId' && !version.clusters ? cameWith(({ clusters }) => clusters) : null;
  }
  const since = fieldSince(type, field);
  return since === null || hasSince(version, since) ? null : since;
}
