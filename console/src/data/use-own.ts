import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AwsError } from '../aws/index.ts';
import { useAws } from '../session/index.ts';
import type { CallOptions } from './use-call.ts';

/** Reads one of the server's own endpoints. @param path below the root, with its query: `/_sallyport/requests?limit=50` */
export function useOwn<T>(
  path: string,
  { enabled = true, refetchInterval }: CallOptions = {},
): UseQueryResult<T, AwsError> {
  const aws = useAws();
  return useQuery<T, AwsError>({
    queryKey: [aws.region, 'sallyport', path],
    queryFn: ({ signal }) => aws.own<T>('GET', path, undefined, signal),
    enabled,
    ...(refetchInterval !== undefined && { refetchInterval }),
  });
}
