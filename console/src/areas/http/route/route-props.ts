import type { Route } from '../use-http-api.ts';

/** What a part of a route's page is given. */
export interface RouteProps {
  readonly apiId: string;
  readonly route: Route;
}
