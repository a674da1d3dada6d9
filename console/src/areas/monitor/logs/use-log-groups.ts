import type { Output } from '../../../aws/index.ts';
import { mapped, type Read, useAll, useCall } from '../../../data/index.ts';

export type LogGroup = NonNullable<Output<'logs', 'describeLogGroups'>['logGroups']>[number];

/** All log groups of the region, by name. */
export function useLogGroups(): Read<readonly LogGroup[]> {
  return useAll('logs', 'describeLogGroups', { limit: 50 }, ({ logGroups }) => logGroups);
}

/** One log group; `none` where none has the name. */
export function useLogGroup(name: string): Read<LogGroup | 'none'> {
  // Names come in order, and what all others begin with is the first of them.
  const input = { logGroupNamePrefix: name, limit: 1 };
  const found = useCall('logs', 'describeLogGroups', input, { enabled: name !== '' });
  const read = mapped(found, ({ logGroups }) => logGroups?.find(({ logGroupName }) => logGroupName === name) ?? 'none');
  return name === '' ? { ...read, data: 'none' } : read;
}
