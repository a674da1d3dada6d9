import { enumViolations, type Violation } from '../../../aws/index.ts';
import type { Stage } from '../../../model/index.ts';

/** Sizes of the response cache in GB (features A8.5). */
export const CACHE_CLUSTER_SIZES = ['0.5', '1.6', '6.1', '13.5', '28.4', '58.2', '118', '237'] as const;

/** What a request may say about a stage's cache. */
export interface CacheClusterInput {
  readonly cacheClusterEnabled?: boolean | undefined;
  readonly cacheClusterSize?: string | undefined;
}

export function cacheClusterViolations(input: CacheClusterInput, operationInput: string): readonly Violation[] {
  return enumViolations(input.cacheClusterSize, `${operationInput}.cacheClusterSize`, CACHE_CLUSTER_SIZES);
}

type CacheCluster = Pick<Stage, 'cacheClusterEnabled' | 'cacheClusterStatus' | 'cacheClusterSize'>;

/** A stage's cache as requested; one that is enabled is there at once, of the smallest size unless told otherwise. */
export function cacheCluster({ cacheClusterEnabled = false, cacheClusterSize }: CacheClusterInput): CacheCluster {
  const size = cacheClusterSize ?? (cacheClusterEnabled ? CACHE_CLUSTER_SIZES[0] : undefined);
  return {
    cacheClusterEnabled,
    cacheClusterStatus: cacheClusterEnabled ? 'AVAILABLE' : 'NOT_AVAILABLE',
    ...(size !== undefined && { cacheClusterSize: size }),
  };
}
