import { routes as access } from './areas/access/routes.ts';
import { routes as apis } from './areas/apis/routes.ts';
import { routes as deploy } from './areas/deploy/routes.ts';
import { routes as documentation } from './areas/documentation/routes.ts';
import { routes as domains } from './areas/domains/routes.ts';
import { routes as functions } from './areas/functions/routes.ts';
import { routes as http } from './areas/http/routes.ts';
import { routes as iam } from './areas/iam/routes.ts';
import { routes as keys } from './areas/keys/routes.ts';
import { routes as models } from './areas/models/routes.ts';
import { routes as monitor } from './areas/monitor/routes.ts';
import { routes as playground } from './areas/playground/routes.ts';
import { routes as pools } from './areas/pools/routes.ts';
import { routes as resources } from './areas/resources/routes.ts';
import { routes as settings } from './areas/settings/routes.ts';
import type { PageRoute } from './routing/index.ts';

/** Every page there is. The first whose path fits is shown, so within an area the more specific path stands first. */
export const routes: readonly PageRoute[] = [
  ...apis,
  ...resources,
  ...http,
  ...models,
  ...playground,
  ...documentation,
  ...deploy,
  ...access,
  ...keys,
  ...pools,
  ...iam,
  ...functions,
  ...monitor,
  ...domains,
  ...settings,
];
