import type { Crumb } from '../../page/index.ts';
import { navigation } from '../../texts/en/navigation.ts';
import { pools } from '../../texts/en/pools.ts';
import { poolPath, usePool } from './pools/use-pools.ts';

/** Of the list. */
export const LIST_TRAIL: readonly Crumb[] = [{ text: navigation.iam.title, path: '/iam/users' }];
export const POOL_TRAIL: readonly Crumb[] = [...LIST_TRAIL, { text: pools.title, path: '/user-pools' }];

/** Breadcrumbs of what a pool has. @param tab of the pool's page that lists it */
export function usePoolTrail(poolId: string, tab: 'users' | 'clients'): readonly Crumb[] {
  const pool = usePool(poolId);
  return [
    ...POOL_TRAIL,
    { text: pool.data?.Name ?? poolId, path: poolPath(poolId) },
    { text: pools.tabs[tab], path: `${poolPath(poolId)}?tab=${tab}` },
  ];
}
