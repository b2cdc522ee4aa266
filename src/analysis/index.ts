/** What is true of a template before it runs. Knows neither Coroot nor a browser. */
export { type Analysis, analyse } from './analyse';
export type { Environment } from './environment';
export { type Diagnostic, type Edit, type Fix, applyFix } from './finding';
