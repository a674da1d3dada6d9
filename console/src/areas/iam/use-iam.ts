import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AwsClient, AwsError } from '../../aws/index.ts';
import { useAws } from '../../session/index.ts';

/**
 * Reads by several calls of IAM what belongs together. Read again, as all that is shown of IAM, once something was changed.
 * @param key what tells it from others
 */
export function useIam<T>(
  key: readonly string[],
  read: (aws: AwsClient, signal: AbortSignal) => Promise<T>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): UseQueryResult<T, AwsError> {
  const aws = useAws();
  return useQuery<T, AwsError>({
    queryKey: [aws.region, 'iam', ...key],
    queryFn: ({ signal }) => read(aws, signal),
    enabled,
  });
}

interface Page {
  readonly Marker?: string | undefined;
}

/** Everything of a list, page after page. @param ask for one page, behind the marker of the one before it */
export async function allPages<P extends Page, Item>(
  ask: (from: { readonly Marker?: string }) => Promise<P>,
  items: (page: P) => readonly Item[] | undefined,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  let Marker: string | undefined;
  do {
    const page = await ask(Marker === undefined ? {} : { Marker });
    all.push(...(items(page) ?? []));
    Marker = page.Marker;
  } while (Marker !== undefined && Marker !== '');
  return all;
}
