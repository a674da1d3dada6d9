import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { QueryState } from '../../parts/query-state.tsx';
import { useHref } from '../../routing/index.ts';
import { compareRouteKeys } from './route-key.ts';
import { type Route, useRoutes } from './use-http-api.ts';

interface Props {
  readonly apiId: string;
  readonly title: string;
  /** Said where there are none. */
  readonly empty: string;
  isShown(route: Route): boolean;
}

/** The routes that have to do with something. */
export function RouteLinks({ apiId, title, empty, isShown }: Props): JSX.Element {
  const href = useHref();
  const routes = useRoutes(apiId);
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <QueryState query={routes}>
        {(all) => {
          const shown = all.filter(isShown).toSorted((a, b) => compareRouteKeys(a.RouteKey ?? '', b.RouteKey ?? ''));
          if (shown.length === 0) return <Box color="text-body-secondary">{empty}</Box>;
          return (
            <SpaceBetween size="xs">
              {shown.map(({ RouteId, RouteKey }) => (
                <Link key={RouteId} href={href(`/apis/${apiId}/routes/${RouteId}`)}>
                  {RouteKey}
                </Link>
              ))}
            </SpaceBetween>
          );
        }}
      </QueryState>
    </Container>
  );
}
