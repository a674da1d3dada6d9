import type { GatewayResponse, GatewayResponseType, Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { documentId, insideApi } from './key.ts';
import { gatewayResponses } from './kinds.ts';

/** What an API defines for a type itself; undefined when it leaves the type alone. */
export async function findGatewayResponse(
  reader: Reader,
  scope: Scope,
  restApiId: string,
  responseType: GatewayResponseType,
): Promise<GatewayResponse | undefined> {
  return (await reader.get(gatewayResponses, scope, documentId(restApiId, responseType)))?.value;
}

/** Everything that an API defines itself, in order of types. */
export async function allGatewayResponses(
  reader: Reader,
  scope: Scope,
  restApiId: string,
): Promise<readonly GatewayResponse[]> {
  const found = await reader.list(gatewayResponses, scope, { prefix: insideApi(restApiId) });
  return found.map(({ value }) => value);
}

export async function putGatewayResponse(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  response: GatewayResponse,
): Promise<void> {
  await tx.put(gatewayResponses, scope, documentId(restApiId, response.responseType), response);
}

/** Returns whether the API had defined it. */
export async function dropGatewayResponse(
  tx: Transaction,
  scope: Scope,
  restApiId: string,
  responseType: GatewayResponseType,
): Promise<boolean> {
  return tx.delete(gatewayResponses, scope, documentId(restApiId, responseType));
}
