import { join } from 'node:path';
import { packageRoot } from '../../../../src/package/index.ts';
import type { FilledAccount } from './filled-account.ts';

/** What a walk needs to know of a page of `console/src/routes.ts`. */
interface Route {
  readonly path: string;
  /** The kind of API that the page is of; REST unless told. */
  readonly protocol?: string;
}

/** Pages that are told what to show by the query. */
const QUERIES: Readonly<Record<string, string>> = {
  '/alarms/alarm': 'name=walked-alarm',
  '/alarms/edit': 'name=walked-alarm',
  '/dashboards/dashboard': 'name=walked-dashboard',
  '/dashboards/edit': 'name=walked-dashboard',
  '/log-groups/group': 'name=walked/group',
  '/live-tail': 'groups=walked/group',
  '/logs-insights': 'groups=walked/group',
  '/iam/identity-providers/details': 'arn=arn:aws:iam::000000000000:oidc-provider/walked.example',
  '/iam/policies/details': 'arn=arn:aws:iam::000000000000:policy/walked-policy',
};

/** Parameters that another page gives the same name. */
const OTHERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/client-certificates/:certificateId': { certificateId: 'clientCertificateId' },
};

/** `SALLYPORT_WALK=/iam` walks over the pages below that address alone. */
const BELOW = process.env.SALLYPORT_WALK ?? '/';

/**
 * An address of every page of the console with a name for its picture, taken from the routes, so that a new page is walked over by itself.
 * @throws {Error} for a parameter that the filled account has nothing for: give it something
 */
export async function pageAddresses(account: FilledAccount): Promise<ReadonlyMap<string, string>> {
  // By a name that is no literal: tests are compiled without a browser's types, which the pages behind the routes need.
  const { routes }: { routes: readonly Route[] } = await import(join(packageRoot, 'console/src/routes.ts'));
  const all = routes.flatMap((route) => addressesOf(route, account));
  return new Map(all.filter(([address]) => address.startsWith(BELOW)));
}

/** With what may be missing, as far as the account has it, and without. */
function addressesOf({ path, protocol }: Route, account: FilledAccount): readonly (readonly [string, string])[] {
  const query = QUERIES[path];
  const params = protocol === 'HTTP' ? { ...account.params, ...account.httpParams } : account.params;
  const shortest = path.split('/').filter((part) => !part.endsWith('?'));
  const longest = path.split('/').map((part) => part.replace(/\?$/, ''));
  const known = longest.every((part) => !part.startsWith(':') || params[part.slice(1)] !== undefined) ? [longest] : [];
  return [shortest, ...known].map((parts) => {
    const filled = parts.map((part) => (part.startsWith(':') ? given(part.slice(1), path, params) : part)).join('/');
    return [query === undefined ? filled : `${filled}?${query}`, nameOf(parts, protocol)];
  });
}

/** By the route and not by what fills it: `apis-restApiId-stages`, in two runs the same. */
function nameOf(parts: readonly string[], protocol = 'REST'): string {
  const words = parts.map((part) => part.replace(/^:/, '')).filter((part) => part !== '');
  return [...(protocol === 'REST' ? [] : [protocol.toLowerCase()]), ...words].join('-');
}

function given(name: string, path: string, params: Readonly<Record<string, string>>): string {
  const value = params[OTHERS[path]?.[name] ?? name];
  if (value === undefined) throw new Error(`The account of the walk has nothing for :${name} of ${path}.`);
  return encodeURIComponent(value);
}
