import { QueryClient } from '@tanstack/react-query';
import { AwsError } from '../aws/index.ts';

/** Only what may pass by itself is tried again; a refusal is shown at once. */
const TRANSIENT = new Set([0, 429, 500, 503]);

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && error instanceof AwsError && TRANSIENT.has(error.status),
      },
    },
  });
}
