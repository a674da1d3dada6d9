import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
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

/** How often those who look are told of pages that have come. */
const TELL_MS = 250;

/**
 * Reads a whole list, page after page; `soFar` has those that have come while the first reading goes on. Ask for the largest pages that the operation has.
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
  const queries = useQueryClient();
  const queryKey = pagesKey(aws.region, service, operation, input);
  const comingKey = [...queryKey, 'coming'];
  // Pages as they came are kept, and not what this page reads of them: another reads something else of the same list.
  const { data, error, isPending, refetch } = useQuery<readonly Output<S, O>[], AwsError>({
    queryKey,
    async queryFn({ signal }) {
      const pages: Output<S, O>[] = [];
      const tell = teller(queries, comingKey, pages);
      try {
        let token: unknown;
        do {
          const next = token === undefined ? input : { ...(input as object), [tokenIn]: token };
          const page = await aws.call(service, operation, next as Input<S, O>, signal);
          pages.push(page);
          token = (page as Readonly<Record<string, unknown>>)[tokenOut];
          if (token !== undefined && token !== '') tell();
        } while (token !== undefined && token !== '');
        return pages;
      } finally {
        queries.removeQueries({ queryKey: comingKey, exact: true });
      }
    },
    enabled,
    ...(refetchInterval !== undefined && { refetchInterval }),
  });
  const { data: coming } = useQuery<readonly Output<S, O>[]>({ queryKey: comingKey, queryFn: skipToken });
  // Of a page that is there again what it was seen as is taken, so that only what is new costs something.
  const seen = useRef(new WeakMap<object, readonly Item[]>());
  const pages = data ?? (isPending ? coming : undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: pages write `items` in place, anew at every rendering
  const all = useMemo(
    () =>
      pages?.flatMap((page) => {
        const known = seen.current.get(page as object) ?? items(page) ?? [];
        seen.current.set(page as object, known);
        return known;
      }),
    [pages],
  );
  return data === undefined
    ? { data: undefined, soFar: all, error, isPending, refetch }
    : { data: all, error, isPending, refetch };
}

/** Tells those who look at a list which pages have come: of the first at once, of others now and then. */
function teller(queries: QueryClient, key: readonly unknown[], pages: readonly unknown[]): () => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    // Nobody is told while what was read before is shown.
    if (now - toldAt < TELL_MS || queries.getQueryData(key.slice(0, -1)) !== undefined) return;
    toldAt = now;
    queries.setQueryData(key, [...pages]);
  };
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
