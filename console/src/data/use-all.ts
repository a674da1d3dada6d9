import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AwsError, Input, OperationName, Output, Service } from '../aws/index.ts';
import { useAws } from '../session/index.ts';
import type { Read } from './read.ts';
import type { CallOptions } from './use-call.ts';

/** How a service spells "go on from here": the input's member, and the output's. */
const TOKENS: Readonly<Record<Service, readonly [input: string, output: string]>> = {
  acm: ['NextToken', 'NextToken'],
  apigateway: ['position', 'position'],
  apigatewayv2: ['NextToken', 'NextToken'],
  cloudwatch: ['NextToken', 'NextToken'],
  'cognito-idp': ['NextToken', 'NextToken'],
  iam: ['Marker', 'Marker'],
  lambda: ['Marker', 'NextMarker'],
  logs: ['nextToken', 'nextToken'],
  sts: ['', ''],
};
/** Operations that spell it otherwise than their service. */
const OTHER_TOKENS: Readonly<Record<string, readonly [input: string, output: string]>> = {
  'cognito-idp listUsers': ['PaginationToken', 'PaginationToken'],
};

/**
 * Reads a whole list, page after page. Ask for the largest pages that the operation has.
 * @param items what a page holds, of the page alone: `(page) => page.items`
 */
export function useAll<S extends Service, O extends OperationName<S>, Item>(
  service: S,
  operation: O,
  input: Input<S, O>,
  items: (page: Output<S, O>) => readonly Item[] | undefined,
  { enabled = true, refetchInterval }: CallOptions = {},
): Read<readonly Item[]> {
  const aws = useAws();
  const [tokenIn, tokenOut] = OTHER_TOKENS[`${service} ${operation}`] ?? TOKENS[service];
  // Pages as they came are kept, and not what this page reads of them: another reads something else of the same list.
  const { data, error, isPending, refetch } = useQuery<readonly Output<S, O>[], AwsError>({
    queryKey: pagesKey(aws.region, service, operation, input),
    async queryFn({ signal }) {
      const pages: Output<S, O>[] = [];
      let token: unknown;
      do {
        const next = token === undefined ? input : { ...(input as object), [tokenIn]: token };
        const page = await aws.call(service, operation, next as Input<S, O>, signal);
        pages.push(page);
        token = (page as Readonly<Record<string, unknown>>)[tokenOut];
      } while (token !== undefined && token !== '');
      return pages;
    },
    enabled,
    ...(refetchInterval !== undefined && { refetchInterval }),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: pages write `items` in place, anew at every rendering
  const all = useMemo(() => data?.flatMap((page) => items(page) ?? []), [data]);
  return { data: all, error, isPending, refetch };
}

/** Where the pages of a list are kept. */
export function pagesKey<S extends Service, O extends OperationName<S>>(
  region: string,
  service: S,
  operation: O,
  input: Input<S, O>,
): readonly unknown[] {
  return [region, service, operation, input, 'all'];
}
