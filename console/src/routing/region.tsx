import { createContext, type JSX, type ReactNode, useContext, useEffect } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { BASE } from './base.ts';

const STORED = 'sallyport.region';
const DEFAULT = 'us-east-1';
const RegionContext = createContext(DEFAULT);

/** Reads the region off the address; an address without one leads to where the user was last. */
export function RegionRouter({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <Router base={BASE}>
      <Switch>
        <Route path="/:region/*?">
          {({ region }) => (
            <RegionContext.Provider value={region}>
              <Remember region={region} />
              <Router base={`/${region}`}>{children}</Router>
            </RegionContext.Provider>
          )}
        </Route>
        <Route>
          <Redirect to={`/${localStorage.getItem(STORED) ?? DEFAULT}/apis`} replace />
        </Route>
      </Switch>
    </Router>
  );
}

function Remember({ region }: { readonly region: string }): null {
  useEffect(() => localStorage.setItem(STORED, region), [region]);
  return null;
}

/** The region in whose namespace all calls are made. */
export function useRegion(): string {
  return useContext(RegionContext);
}
