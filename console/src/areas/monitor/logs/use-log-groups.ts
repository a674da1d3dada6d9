import type { UseQueryResult } from '@tanstack/react-query';
import type { AwsError, Output } from '../../../aws/index.ts';
import { useAll } from '../../../data/index.ts';

export type LogGroup = NonNullable<Output<'logs', 'describeLogGroups'>['logGroups']>[number];

/** All log groups of the region, by name. */
export function useLogGroups(): UseQueryResult<readonly LogGroup[], AwsError> {
  return useAll('logs', 'describeLogGroups', { limit: 50 }, ({ logGroups }) => logGroups);
}
