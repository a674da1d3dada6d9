import type { Method } from '../../model/index.ts';
import type { DescribedResponse, Messages } from './dialect.ts';
import type { Documentation } from './documentation.ts';

/** What a method takes and gives, with what the documentation says of each. */
export function messagesOf(method: Method, path: string, documentation: Documentation): Messages {
  const at = { path, method: method.httpMethod };
  const { requestTemplates = {}, integrationResponses = {} } = method.methodIntegration ?? {};
  const responseTemplates = Object.values(integrationResponses).flatMap(({ responseTemplates: templates = {} }) =>
    Object.keys(templates),
  );
  return {
    parameters: Object.entries(method.requestParameters ?? {}).flatMap(([key, required]) => {
      const parameter = readParameter(key);
      if (!parameter) return [];
      const { type, name } = parameter;
      return { name, in: parameter.in, required, about: documentation.of({ type, ...at, name }) };
    }),
    requestModels: method.requestModels ?? {},
    aboutRequestBody: documentation.of({ type: 'REQUEST_BODY', ...at }),
    responses: Object.values(method.methodResponses ?? {}).map((response): DescribedResponse => {
      const place = { ...at, statusCode: response.statusCode };
      const names = Object.keys(response.responseParameters ?? {}).map((key) =>
        key.slice('method.response.header.'.length),
      );
      return {
        ...response,
        description: `${response.statusCode} response`,
        about: documentation.of({ type: 'RESPONSE', ...place }),
        headers: Object.fromEntries(
          names.map((name) => [name, documentation.of({ type: 'RESPONSE_HEADER', ...place, name })]),
        ),
      };
    }),
    consumes: Object.keys(requestTemplates).filter(isMediaType),
    produces: responseTemplates.filter(isMediaType),
  };
}

/** `$default` is a key of templates and no content type (fact D20). */
function isMediaType(type: string): boolean {
  return type !== '$default';
}

const LOCATIONS = {
  path: { in: 'path', type: 'PATH_PARAMETER' },
  querystring: { in: 'query', type: 'QUERY_PARAMETER' },
  header: { in: 'header', type: 'REQUEST_HEADER' },
} as const;

function readParameter(key: string) {
  const match = /^method\.request\.(path|querystring|header)\.(.+)$/.exec(key);
  const location = match?.[1] as keyof typeof LOCATIONS | undefined;
  return location && match?.[2] ? { name: match[2], ...LOCATIONS[location] } : undefined;
}
