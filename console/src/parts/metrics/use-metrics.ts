import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AwsError } from '../../aws/index.ts';
import { useAws } from '../../session/index.ts';
import type { Period } from '../period/index.ts';
import { type MetricLines, type MetricQuery, readMetrics } from './metric-data.ts';

/** Reads metrics; those of the period before are shown until those of the next are there. */
export function useMetrics(queries: readonly MetricQuery[], period: Period): UseQueryResult<MetricLines, AwsError> {
  const aws = useAws();
  return useQuery<MetricLines, AwsError>({
    queryKey: [aws.region, 'cloudwatch', 'getMetricData', queries, period],
    queryFn: ({ signal }) => readMetrics(aws, queries, period, signal),
    placeholderData: keepPreviousData,
  });
}
