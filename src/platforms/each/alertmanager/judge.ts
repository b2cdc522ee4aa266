/** What Alertmanager says of a body, and how it looks there. */
import type { Judge } from '../../catalogue/parts';
import { plainSkin } from '../../preview/skin';
import { draw, noAlert } from './draw';
import { asAlertmanagerReads, rules } from './rules';

/** Reads a body as Alertmanager does. */
export const judge: Judge = {
  skin: plainSkin,
  reading: { reads: 'json', nothing: noAlert, mend: asAlertmanagerReads, rules, draw },
};
