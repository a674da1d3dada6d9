/**
 * What the control plane of REST APIs refuses (features A1, A7, A8, A10, A11, A15 to A17; facts D.11 to D.13, D.16, D.17): each
 * text that its sources may answer with is a rule here, and each rule has a test. `check-rules.ts` holds the three together.
 */
import { ACCESS_RULES } from './access.ts';
import { APIS_RULES } from './apis.ts';
import { FILES_AND_STAGES_RULES } from './files-and-stages.ts';
import type { RuleGroup } from './rule-group.ts';

export type { RuleGroup } from './rule-group.ts';

export const RULES: readonly RuleGroup[] = [...APIS_RULES, ...FILES_AND_STAGES_RULES, ...ACCESS_RULES];

/** Texts in those rooms that are parts of other texts. */
export const FRAGMENTS: readonly string[] = [
  'method request: {}/{}',
  'method response: {}/{}',
  "on '{}' for resource at path '{}'",
  "resource '{}' and method '{}'",
  "gateway response '{}'",
  'parts of documentation',
  'Certificate private key',
];

/** Texts that are no answers: what a model's sample template and its default schemas are made of. */
export const OTHER_TEXTS: readonly string[] = [
  '##TODO: Update this foreach loop to reference array from input json',
  '#foreach($elem in $inputRoot)',
  'This is a default {} schema model',
];
