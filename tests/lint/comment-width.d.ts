import type { Rule } from 'eslint';

/** Says which comment lines end beyond 120 columns, and wraps them. */
export declare const commentWidth: Rule.RuleModule;
