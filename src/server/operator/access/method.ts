import type { ApiSnapshot, Method, Resource, Scope } from '../../../model/index.ts';
import { notFound } from '../json-body.ts';
import type { AskedPlace } from './question.ts';

/** A method of an API, and what has a say in who may call it. */
export interface AskedMethod {
  readonly arn: string;
  readonly authorizationType: Method['authorizationType'];
  /** JSON text; undefined for an API without a policy. */
  readonly resourcePolicy: string | undefined;
  readonly resourcePath: string;
}

/** Finds the method that a request would reach, in the API as it is now. @throws {ServiceError} 404 where there is none */
export function findMethod(
  { restApi, resources }: Pick<ApiSnapshot, 'restApi' | 'resources'>,
  { stage, verb, path }: AskedPlace,
  { accountId, region }: Scope,
): AskedMethod {
  const [pathOnly = '/'] = path.split('?');
  const found = resources
    .filter((resource) => matches(resource.path, pathOnly))
    .toSorted((a, b) => (rank(a.path) < rank(b.path) ? -1 : 1))
    .map((resource) => ({ resource, chosen: methodOf(resource, verb) }))
    .find(({ chosen }) => chosen !== undefined);
  if (found?.chosen === undefined) throw notFound(`${restApi.name} has no method for ${verb} ${pathOnly}.`);
  const arnPath = pathOnly.replace(/^\//, '').replace(/\/$/, '');
  return {
    arn: `arn:aws:execute-api:${region}:${accountId}:${restApi.id}/${stage}/${verb}/${arnPath}`,
    authorizationType: found.chosen.authorizationType,
    resourcePolicy: restApi.policy,
    resourcePath: found.resource.path,
  };
}

function methodOf({ resourceMethods }: Resource, verb: string): Method | undefined {
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
