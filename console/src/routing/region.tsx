import { createContext, type JSX, type ReactNode, useContext, useEffect } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { preferences } from '../preferences/index.ts';
import { BASE } from './base.ts';

const STORED = 'sallyport.region';
const DEFAULT = 'us-east-1';
const RegionContext = createContext(DEFAULT);
/** As AWS names regions; anything else is the path of a page that was typed without one. */
const REGION = /^[a-z]{2,3}(-[a-z]+){1,3}-\d{1,2}$/;

/** Reads the region off the address; an address without one leads to the page in the region that the user prefers, or was in last. */
export function RegionRouter({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <Router base={BASE}>
      <Switch>
        <Route path="/:region/*?">
          {({ region, '*': rest }) =>
            REGION.test(region) ? (
              // Another region is another set of things: what was chosen or typed in one means nothing in the next.
              <RegionContext.Provider key={region} value={region}>
                <Remember region={region} />
                <Router base={`/${region}`}>{children}</Router>
              </RegionContext.Provider>
            ) : (
              <ToLastRegion path={`${region}${rest === undefined || rest === '' ? '' : `/${rest}`}`} />
            )
          }
        </Route>
        <Route>
          <ToLastRegion path="apis" />
        </Route>
      </Switch>
    </Router>
  );
}

function ToLastRegion({ path }: { readonly path: string }): JSX.Element {
  const stored = preferences().region || (localStorage.getItem(STORED) ?? '');
  return <Redirect to={`/${REGION.test(stored) ? stored : DEFAULT}/${path}${location.search}`} replace />;
}

function Remember({ region }: { readonly region: string }): null {
  useEffect(() => localStorage.setItem(STORED, region), [region]);
  return null;
}

/** The region in whose namespace all calls are made. */
export function useRegion(): string {
  return useContext(RegionContext);
}
