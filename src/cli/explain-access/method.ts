import type { Method, Resource, RestApi } from '../../model/index.ts';
import { StartError } from '../../server/index.ts';
import type { ApiClient } from '../api/client.ts';
import { findApi } from '../api/names.ts';

/** A method of an API, and what has a say in who may call it. */
export interface AskedMethod {
  readonly arn: string;
  readonly authorizationType: Method['authorizationType'];
  /** JSON text; undefined for an API without a policy. */
  readonly resourcePolicy: string | undefined;
  readonly resourcePath: string;
}

interface Place {
  readonly api: string;
  readonly stage: string;
  readonly method: string;
  /** Below the stage, as a client would send it. */
  readonly path: string;
}

/** Finds the method that a request would reach, in the API as it is now. @throws {StartError} where there is none */
export async function findMethod(
  client: ApiClient,
  { api: idOrName, stage, method, path }: Place,
  region: string,
  accountId: string,
): Promise<AskedMethod> {
  const api = await findApi(client, idOrName);
  const resources = await client.list<Resource>(`/restapis/${api.id}/resources`, { embed: 'methods' });
  const [pathOnly = '/'] = path.split('?');
  const found = resources
    .filter((resource) => matches(resource.path, pathOnly))
    .toSorted((a, b) => (rank(a.path) < rank(b.path) ? -1 : 1))
    .map((resource) => ({ resource, chosen: methodOf(resource, method) }))
    .find(({ chosen }) => chosen !== undefined);
  if (found?.chosen === undefined) throw new StartError(`${api.name} has no method for ${method} ${pathOnly}.`);
  const { policy } = await client.call<Pick<RestApi, 'policy'>>({ path: `/restapis/${api.id}` });
  const arnPath = pathOnly.replace(/^\//, '').replace(/\/$/, '');
  return {
    arn: `arn:aws:execute-api:${region}:${accountId}:${api.id}/${stage}/${method}/${arnPath}`,
    authorizationType: found.chosen.authorizationType,
    resourcePolicy: policy === undefined || policy === '' ? undefined : unescaped(policy),
    resourcePath: found.resource.path,
  };
}

function methodOf({ resourceMethods = {} }: Resource, verb: string): Method | undefined {
  return resourceMethods[verb] ?? resourceMethods.ANY;
}

function matches(template: string, path: string): boolean {
  const wanted = template.split('/').slice(1);
  const given = path.replace(/\/$/, '').split('/').slice(1);
  if (template === '/') return given.length === 0;
  return (
    wanted.every((part, at) => {
      if (/^\{.*\+\}$/.test(part)) return given.length > at;
      return given[at] !== undefined && (part.startsWith('{') || part === given[at]);
    }) &&
    (given.length === wanted.length || template.endsWith('+}'))
  );
}

/** Sorts literal parts before parameters, and those before greedy ones (fact D4). */
function rank(template: string): string {
  return template
    .split('/')
    .map((part) => (part.endsWith('+}') ? '2' : part.startsWith('{') ? '1' : '0'))
    .join('');
}

/** The API writes a policy with its quotes escaped, as AWS does. */
function unescaped(policy: string): string {
  return policy.startsWith('{\\"') ? (JSON.parse(`"${policy}"`) as string) : policy;
}
