import type { ApiSnapshot, Method } from '../model/index.ts';
import type { SdkApi, SdkOperation, SdkParameter } from './api.ts';
import { readSchema } from './read-type.ts';

/** Methods for every verb stand for no one call, so clients leave them out, as AWS's do (guide page how-to-generate-sdk-javascript). */
export function describeApi(
  { restApi, resources, models }: ApiSnapshot,
  where: Pick<SdkApi, 'endpoint' | 'region'>,
): SdkApi {
  const names = new Set(models.map(({ name }) => name));
  const ordered = resources.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  return {
    ...where,
    name: restApi.name,
    ...(restApi.description !== undefined && { description: restApi.description }),
    operations: ordered.flatMap(({ path, resourceMethods }) =>
      Object.values(resourceMethods)
        .filter(({ httpMethod }) => httpMethod !== 'ANY')
        .map((method) => describeOperation(path, method, names)),
    ),
    models: models.map(({ name, description, schema }) => ({
      name,
      ...(description !== undefined && { description }),
      type: readSchema(schema, names),
    })),
  };
}

const LOCATIONS = { path: 'path', querystring: 'query', header: 'header' } as const;

function describeOperation(path: string, method: Method, modelNames: ReadonlySet<string>): SdkOperation {
  const declared = Object.entries(method.requestParameters ?? {}).flatMap(
    ([key, required]): readonly SdkParameter[] => {
      const match = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(key);
      const location = match?.[1] as keyof typeof LOCATIONS | undefined;
      return location && match?.[2] ? [{ name: match[2], in: LOCATIONS[location], required }] : [];
    },
  );
  const inPath = [...path.matchAll(/\{([^{}]+?)\+?\}/g)].flatMap(([, name]) => name ?? []);
  const success = Object.values(method.methodResponses ?? {}).find(({ statusCode }) => statusCode.startsWith('2'));
  const requestModel = known(method.requestModels?.['application/json'], modelNames);
  const responseModel = known(success?.responseModels?.['application/json'], modelNames);
  return {
    httpMethod: method.httpMethod,
    path,
    ...(method.operationName !== undefined && { operationName: method.operationName }),
    parameters: [
      ...inPath.map((name) => ({ name, in: 'path', required: true }) as const),
      ...declared.filter((parameter) => parameter.in !== 'path'),
    ],
    ...(requestModel !== undefined && { requestModel }),
    ...(responseModel !== undefined && { responseModel }),
  };
}

function known(name: string | undefined, modelNames: ReadonlySet<string>): string | undefined {
  return name !== undefined && modelNames.has(name) ? name : undefined;
}
