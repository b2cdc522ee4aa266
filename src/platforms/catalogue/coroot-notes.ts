/** What to know about Coroot's releases, for the warnings of every platform. */

/** For templates with a root cause: a field that a release does not have is an error, not an empty text. */
export const needsRootCause =
  'Root causes came with Coroot 1.19.1: with an older one, take the lines with RCASummary and RCARemediations out of the incident template, or it fails.';
