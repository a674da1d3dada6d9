import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { type ComponentType, type JSX, lazy, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { routes } from '../routes.ts';
import { shell as texts } from '../texts/en/shell.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** One `lazy` a route, for the life of the page: a new one at every rendering would fetch and mount again. */
const pages = routes.map(({ path, load }) => ({ path, Page: lazy(load) as ComponentType }));

/** The page that the address names. */
export function Pages(): JSX.Element {
  const [path] = useLocation();
  return (
    <ErrorBoundary path={path}>
      <Suspense fallback={<Loading />}>
        <Switch>
          {pages.map(({ path: pattern, Page }) => (
            <Route key={pattern} path={pattern} component={Page} />
          ))}
          <Route path="/">
            <Redirect to="/apis" replace />
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

function Loading(): JSX.Element {
  return (
    <Box padding="xxl" textAlign="center">
      <Spinner size="large" />
      <Box variant="p" color="text-body-secondary">
        {texts.loading}
      </Box>
    </Box>
  );
}
