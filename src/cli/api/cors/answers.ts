import type { ApiClient } from '../client.ts';
import { headersPatch, type MethodPlace, OK, quoted, setHeadersOfOk } from './responses.ts';

/**
 * Lets the 200 of a method name an origin.
 * @returns why not, where the method has no such response to change
 */
export async function allowOrigin(
  client: ApiClient,
  { path, method }: MethodPlace,
  origin: string,
): Promise<string | undefined> {
  const { methodIntegration: integration, methodResponses = {} } = method;
  if (integration === undefined) return 'has no integration yet';
  if (integration.type === 'HTTP_PROXY' || integration.type === 'AWS_PROXY')
    return 'is a proxy; its backend must answer it';
  if (methodResponses[OK] === undefined) return `has no method response ${OK}`;
  if (integration.integrationResponses?.[OK] === undefined) return `has no integration response ${OK}`;
  await setHeadersOfOk(client, path, { 'Access-Control-Allow-Origin': origin });
  return undefined;
}

/** Lets the gateway's own errors name an origin, too: without it a browser hides them from the page. */
export async function allowOriginOfErrors(client: ApiClient, apiId: string, origin: string): Promise<void> {
  const body = headersPatch('gateway', { 'Access-Control-Allow-Origin': origin }, quoted);
  for (const type of ['DEFAULT_4XX', 'DEFAULT_5XX']) {
    await client.call({ method: 'PATCH', path: `/restapis/${apiId}/gatewayresponses/${type}`, body });
  }
}
