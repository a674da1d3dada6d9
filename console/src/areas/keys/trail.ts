import type { Crumb } from '../../page/index.ts';
import { keys } from '../../texts/en/keys.ts';

const SERVICE: Crumb = { text: keys.service, path: '/apis' };

export const KEY_LIST_TRAIL: readonly Crumb[] = [SERVICE];
export const KEY_TRAIL: readonly Crumb[] = [SERVICE, { text: keys.title, path: '/api-keys' }];
