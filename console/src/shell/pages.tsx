import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { type ComponentType, type JSX, lazy, Suspense, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { type KnownApi, useApi } from '../data/index.ts';
import { routes } from '../routes.ts';
import { shell as texts } from '../texts/en/shell.ts';
import { apiOfPath, isOf } from './api-pages.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { NotFoundPage } from './not-found-page.tsx';

/** One `lazy` a route, for the life of the page: a new one at every rendering would fetch and mount again. */
const pages = routes.map(({ load, ...route }) => ({ ...route, Page: lazy(load) as ComponentType }));

/** The page that the address names. */
export function Pages(): JSX.Element {
  const [path] = useLocation();
  const apiId = apiOfPath(path);
  const api = useApi(apiId);
  const [known, setKnown] = useState('');
  // Once: whoever may not know the kind is told why by the page, which asks again.
  if (known !== apiId && !(apiId !== '' && api.isPending)) setKnown(apiId);
  if (known !== apiId) return <Loading />;
  // Two pages may stand at one address, one for each kind of API.
  const shown = pagesOf(api.data?.protocol);
  return (
    <ErrorBoundary path={path}>
      <Suspense fallback={<Loading />}>
        <Switch>
          {shown.map(({ path: pattern, Page }) => (
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

/** Of an API whose kind somebody may not know, those of all kinds: each says what he lacks. */
function pagesOf(protocol: KnownApi['protocol'] | undefined): typeof pages {
  const ofKind = pages.filter((page) => isOf(page, protocol ?? 'REST'));
  return protocol === undefined ? [...ofKind, ...pages.filter((page) => !ofKind.includes(page))] : ofKind;
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
