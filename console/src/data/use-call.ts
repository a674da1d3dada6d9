import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AwsError, Input, OperationName, Output, Service } from '../aws/index.ts';
import { useAws } from '../session/index.ts';

export interface CallOptions {
  /** False while what the call needs is not known yet. */
  readonly enabled?: boolean;
  /** Calls again after so many milliseconds, for what changes by itself. */
  readonly refetchInterval?: number;
  /** Shows the last input's answer until the next one's is there, as charts want it. */
  readonly keepPrevious?: boolean;
  /** Forgets the answer once nothing shows it any more, as secrets want it. */
  readonly isSecret?: boolean;
}

/** Reads by one call. The key is `[region, service, operation, input]`. */
export function useCall<S extends Service, O extends OperationName<S>>(
  service: S,
  operation: O,
  input: Input<S, O>,
  { enabled = true, refetchInterval, keepPrevious, isSecret }: CallOptions = {},
): UseQueryResult<Output<S, O>, AwsError> {
  const aws = useAws();
  return useQuery<Output<S, O>, AwsError>({
    queryKey: [aws.region, service, operation, input],
    queryFn: ({ signal }) => aws.call(service, operation, input, signal),
    enabled,
    ...(refetchInterval !== undefined && { refetchInterval }),
    ...(keepPrevious && { placeholderData: keepPreviousData }),
    ...(isSecret && { gcTime: 0 }),
  });
}
