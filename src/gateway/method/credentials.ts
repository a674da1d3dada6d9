import type { Integration } from '../../model/index.ts';
import { resolveStageVariables, type StageVariables } from './stage-variables.ts';

/** What stands for whoever calls the method, where a role's ARN could (fact D66). */
export const CALLER = 'arn:aws:iam::*:user/*';

/** Whose rights an integration calls with: a role's ARN or `CALLER`; undefined for API Gateway's own. */
export function credentialsOf({ credentials }: Integration, stageVariables: StageVariables): string | undefined {
  return credentials === undefined ? undefined : resolveStageVariables(credentials, stageVariables);
}
