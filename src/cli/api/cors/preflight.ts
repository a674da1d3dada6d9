import { StartError } from '../../../server/index.ts';
import type { ApiClient } from '../client.ts';
import type { CorsHeaders } from './headers.ts';
import { type MethodPlace, OK, setHeadersOfOk } from './responses.ts';

/**
 * Lets `OPTIONS` answer with the headers from a MOCK integration; what is there already stays, but for the headers.
 * @param existing the resource's own `OPTIONS`
 * @throws {StartError} when it leads to a backend, which then answers preflights itself
 */
export async function writePreflight(
  client: ApiClient,
  { path, method: existing }: Pick<MethodPlace, 'path'> & Partial<MethodPlace>,
  headers: CorsHeaders,
): Promise<void> {
  const integration = existing?.methodIntegration;
  if (integration !== undefined && integration.type !== 'MOCK') {
    throw new StartError(
      `OPTIONS leads to ${integration.uri ?? integration.type}, which answers preflights; delete it first.`,
    );
  }
  const put = (rest: string, body: object): Promise<unknown> =>
    client.call({ method: 'PUT', path: `${path}${rest}`, body });
  if (existing === undefined) await put('', { authorizationType: 'NONE' });
  if (integration === undefined) {
    const requestTemplates = { 'application/json': '{"statusCode": 200}' };
    await put('/integration', { type: 'MOCK', requestTemplates, passthroughBehavior: 'WHEN_NO_MATCH' });
  }
  // The wizard names the model Empty, too, which an API from a file need not have; it changes nothing.
  if (existing?.methodResponses?.[OK] === undefined) await put(`/responses/${OK}`, {});
  if (integration?.integrationResponses?.[OK] === undefined) await put(`/integration/responses/${OK}`, {});
  await setHeadersOfOk(client, path, headers);
}
