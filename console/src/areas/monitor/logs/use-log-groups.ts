import type { Output } from '../../../aws/index.ts';
import { type Read, useAll } from '../../../data/index.ts';

export type LogGroup = NonNullable<Output<'logs', 'describeLogGroups'>['logGroups']>[number];

/** All log groups of the region, by name. */
export function useLogGroups(): Read<readonly LogGroup[]> {
  return useAll('logs', 'describeLogGroups', { limit: 50 }, ({ logGroups }) => logGroups);
}
