/** Methods that a route may have, in the order of AWS's console. */
export const METHODS: readonly string[] = ['ANY', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
/** The route that takes what no other one takes (guide, "Work with routes for HTTP APIs"). */
export const DEFAULT_ROUTE = '$default';

export interface RouteParts {
  readonly method: string;
  /** Empty of the default route. */
  readonly path: string;
}

/** `GET /pets`, or `$default`, in its parts. */
export function partsOf(routeKey = ''): RouteParts {
  const [method = '', path = ''] = routeKey.split(' ');
  return { method, path };
}

/** The key that a method and a path make. A path always begins with a slash, so one may be left out. */
export function routeKeyOf({ method, path }: RouteParts): string {
  if (method === DEFAULT_ROUTE) return DEFAULT_ROUTE;
  return `${method} ${path.startsWith('/') ? path : `/${path}`}`;
}

/** By path, then in the order of the methods; the default route last. */
export function compareRouteKeys(a: string, b: string): number {
  if (a === DEFAULT_ROUTE || b === DEFAULT_ROUTE) return Number(a === DEFAULT_ROUTE) - Number(b === DEFAULT_ROUTE);
  const [one, other] = [partsOf(a), partsOf(b)];
  return one.path.localeCompare(other.path) || rank(one) - rank(other);
}

function rank({ method }: RouteParts): number {
  return METHODS.indexOf(method);
}
