import type { Crumb } from '../../page/index.ts';
import { keys } from '../../texts/en/keys.ts';
import { usagePlans } from '../../texts/en/usage-plans.ts';

const SERVICE: Crumb = { text: keys.service, path: '/apis' };

/** Of the two lists. */
export const LIST_TRAIL: readonly Crumb[] = [SERVICE];
export const KEY_TRAIL: readonly Crumb[] = [SERVICE, { text: keys.title, path: '/api-keys' }];
export const PLAN_TRAIL: readonly Crumb[] = [SERVICE, { text: usagePlans.title, path: '/usage-plans' }];
