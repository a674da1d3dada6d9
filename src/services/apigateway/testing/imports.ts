import type { Out } from '../types.ts';
import type { TestService } from './service.ts';

/** A document as the bytes of a request. */
export function bodyOf(document: object | string): Uint8Array {
  return Buffer.from(typeof document === 'string' ? document : JSON.stringify(document));
}

/** An OpenAPI 3.0 document with what every one has. */
export function openapi(paths: object, more: object = {}): object {
  return { openapi: '3.0.1', info: { title: 'test', version: '1.0' }, paths, ...more };
}

/** An operation that answers from a MOCK integration. */
export function mockOperation(more: object = {}): object {
  return {
    responses: { 200: { description: '200 response' } },
    'x-amazon-apigateway-integration': {
      type: 'mock',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
      responses: { default: { statusCode: '200' } },
    },
    ...more,
  };
}

export async function importApi(
  { api, call }: TestService,
  document: object | string,
  more: object = {},
): Promise<{ readonly restApiId: string; readonly answer: Out<'importRestApi'> }> {
  const answer = await api.importRestApi({ body: bodyOf(document), ...more }, call());
  return { restApiId: answer.id ?? '', answer };
}

/** The resources of an API by path, with their methods. */
export async function resourcesByPath({ api, call }: TestService, restApiId: string) {
  const items: NonNullable<Out<'getResources'>['items']>[number][] = [];
  let page: Out<'getResources'> | undefined;
  do {
    const position = page?.position === undefined ? {} : { position: page.position };
    page = await api.getResources({ restApiId, limit: 500, embed: ['methods'], ...position }, call());
    items.push(...(page.items ?? []));
  } while (page.position !== undefined);
  return Object.fromEntries(items.map((resource) => [resource.path ?? '', resource]));
}

/** Everything that is declared inside an API, with names where ids are: what two APIs have in common that are the same. */
export async function contentsOf(service: TestService, restApiId: string) {
  const { api, call } = service;
  const all = { restApiId, limit: 500 };
  const { items: authorizers = [] } = await api.getAuthorizers(all, call());
  const { items: validators = [] } = await api.getRequestValidators(all, call());
  const { items: models = [] } = await api.getModels(all, call());
  const { items: responses = [] } = await api.getGatewayResponses(all, call());
  const restApi = await api.getRestApi({ restApiId }, call());
  const resources = await resourcesByPath(service, restApiId);
  const names = new Map([
    [restApiId, 'API'],
    ...[...authorizers, ...validators].map(({ id = '', name = '' }) => [id, name] as const),
    ...Object.values(resources).map(({ id = '', path = '' }) => [id, path] as const),
  ]);
  const contents = {
    restApi: { ...restApi, createdDate: undefined, rootResourceId: undefined },
    authorizers: byName(authorizers),
    validators: byName(validators),
    models: byName(models.map(({ id: _, schema = '', ...rest }) => ({ ...rest, schema: JSON.parse(schema) }))),
    responses,
    resources,
  };
  return JSON.parse(JSON.stringify(contents), (_, value: unknown) =>
    typeof value === 'string' ? (names.get(value) ?? value.replaceAll(restApiId, 'API')) : value,
  );
}

function byName<T extends { readonly name?: string | undefined }>(entities: readonly T[]): Record<string, T> {
  return Object.fromEntries(entities.map((entity) => [entity.name ?? '', entity]));
}
