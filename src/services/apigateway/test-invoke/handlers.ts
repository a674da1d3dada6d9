import type { Method, Resource } from '../../../model/index.ts';
import type { ServiceContext } from '../context.ts';
import { requireResource } from '../documents/index.ts';
import { badRequest, missing } from '../errors.ts';
import { checkVariables } from '../stages/index.ts';
import type { ApiGatewayHandlers, In, Out } from '../types.ts';
import { testStage } from './test-stage.ts';

export function testInvokeHandlers({ store, testMethod }: ServiceContext) {
  return {
    testInvokeMethod: async (input, { scope }) => {
      checkVariables(input.stageVariables);
      const { snapshot, path } = await store.transact(async (tx) => {
        const resource = await requireResource(tx, scope, input.restApiId, input.resourceId);
        const method = methodOf(resource, input.httpMethod);
        return { snapshot: await testStage(tx, scope, input, resource, method), path: resource.path };
      });
      const { status, headers, body, latencyMs, log } = await testMethod({
        snapshot,
        httpMethod: input.httpMethod,
        pathWithQueryString: pathOf(input, path),
        headers: headersOf(input),
        body: Buffer.from(input.body ?? ''),
      });
      return {
        status,
        body: Buffer.from(body).toString('utf8'),
        ...renderHeaders(headers),
        log,
        latency: latencyMs,
      };
    },
  } satisfies ApiGatewayHandlers;
}

/** The method for a verb; one declared as `ANY` serves every verb. */
function methodOf({ resourceMethods }: Resource, httpMethod: string): Method {
  const method = Object.hasOwn(resourceMethods, httpMethod) ? resourceMethods[httpMethod] : resourceMethods.ANY;
  if (!method) throw missing.method();
  return method;
}

/** Without one the resource's own path is called, whatever is in it. What no request could carry is percent-encoded. */
function pathOf({ pathWithQueryString = '' }: In<'testInvokeMethod'>, resourcePath: string): string {
  const given = /^(?:\?|$)/.test(pathWithQueryString) ? resourcePath + pathWithQueryString : pathWithQueryString;
  const rooted = given.startsWith('/') ? given : `/${given}`;
  return Buffer.from(rooted)
    .toString('utf8')
    .replace(/[^\x21-\x7e]/gu, (char) => encodeURIComponent(char));
}

/**
 * Several values of a name stand in `multiValueHeaders`, which win over `headers`.
 * @throws {ServiceError} 400 for what cannot stand in a message; the text is ours
 */
function headersOf({ headers = {}, multiValueHeaders = {} }: In<'testInvokeMethod'>): readonly string[] {
  const single = Object.entries(headers).filter(([name]) => !Object.hasOwn(multiValueHeaders, name));
  const several = Object.entries(multiValueHeaders).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return [...single, ...several].flatMap(([name, value]) => {
    if (!FIELD_NAME.test(name) || !FIELD_VALUE.test(value)) throw badRequest(`Invalid header specified: ${name}`);
    return [name, value];
  });
}

/** RFC 9110 sections 5.1 and 5.5. */
const FIELD_NAME = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
const FIELD_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Both forms: the last value of each name, and all of them. */
function renderHeaders(list: readonly string[]): Pick<Out<'testInvokeMethod'>, 'headers' | 'multiValueHeaders'> {
  const all = new Map<string, string[]>();
  for (let i = 0; i < list.length; i += 2) {
    const name = list[i] as string;
    all.set(name, [...(all.get(name) ?? []), list[i + 1] as string]);
  }
  return {
    headers: Object.fromEntries([...all].map(([name, values]) => [name, values.at(-1) ?? ''])),
    multiValueHeaders: Object.fromEntries(all),
  };
}
