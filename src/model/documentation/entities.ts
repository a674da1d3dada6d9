import type { DocumentationPartLocation } from './part.ts';

/** What a method declares, by names. */
interface DocumentedMethod {
  readonly requestParameters?: Readonly<Record<string, unknown>> | undefined;
  readonly requestModels?: Readonly<Record<string, unknown>> | undefined;
  /** By status code. */
  readonly methodResponses?: Readonly<Record<string, DocumentedResponse>> | undefined;
}

interface DocumentedResponse {
  readonly responseParameters?: Readonly<Record<string, unknown>> | undefined;
  readonly responseModels?: Readonly<Record<string, unknown>> | undefined;
}

interface DocumentedResource {
  readonly path: string;
  /** By verb. */
  readonly resourceMethods: Readonly<Record<string, DocumentedMethod>>;
}

/** What of an API can be documented. */
interface DocumentedApi {
  readonly resources: readonly DocumentedResource[];
  readonly modelNames: readonly string[];
  readonly authorizerNames: readonly string[];
}

/** Every entity of an API that a documentation part can be about, by its exact location. */
export function documentableEntities(api: DocumentedApi): readonly DocumentationPartLocation[] {
  return [
    { type: 'API' },
    ...api.authorizerNames.map((name): DocumentationPartLocation => ({ type: 'AUTHORIZER', name })),
    ...api.modelNames.map((name): DocumentationPartLocation => ({ type: 'MODEL', name })),
    ...api.resources.flatMap(({ path, resourceMethods }) => [
      { type: 'RESOURCE', path } as const,
      ...Object.entries(resourceMethods).flatMap(([verb, method]) => entitiesOfMethod(path, verb, method)),
    ]),
  ];
}

const PARAMETER_TYPES = {
  path: 'PATH_PARAMETER',
  querystring: 'QUERY_PARAMETER',
  header: 'REQUEST_HEADER',
} as const;

function entitiesOfMethod(
  path: string,
  method: string,
  declared: DocumentedMethod,
): readonly DocumentationPartLocation[] {
  const at = { path, method };
  const parameters = Object.keys(declared.requestParameters ?? {}).flatMap((key): DocumentationPartLocation[] => {
    const match = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(key);
    const location = match?.[1] as keyof typeof PARAMETER_TYPES | undefined;
    return location && match?.[2] ? [{ type: PARAMETER_TYPES[location], ...at, name: match[2] }] : [];
  });
  const hasBody = Object.keys(declared.requestModels ?? {}).length > 0;
  const responses = Object.entries(declared.methodResponses ?? {}).flatMap(
    ([statusCode, response]): DocumentationPartLocation[] => {
      const ofStatus = { ...at, statusCode };
      const headers = Object.keys(response.responseParameters ?? {}).map((key) =>
        key.replace('method.response.header.', ''),
      );
      return [
        { type: 'RESPONSE', ...ofStatus },
        ...headers.map((name): DocumentationPartLocation => ({ type: 'RESPONSE_HEADER', ...ofStatus, name })),
        ...(Object.keys(response.responseModels ?? {}).length > 0
          ? [{ type: 'RESPONSE_BODY', ...ofStatus } as const]
          : []),
      ];
    },
  );
  return [
    { type: 'METHOD', ...at },
    ...parameters,
    ...(hasBody ? [{ type: 'REQUEST_BODY', ...at } as const] : []),
    ...responses,
  ];
}
