import type { GatewayResponse } from '../../../model/index.ts';
import type { DefinedGatewayResponse } from '../../../openapi/index.ts';
import { dropGatewayResponse, putGatewayResponse } from '../documents/index.ts';
import { newGatewayResponse } from '../gateway-responses/index.ts';
import type { ImportTarget } from './target.ts';

/** One that is defined takes the place of the API's own as a whole. */
export async function importGatewayResponses(
  { tx, scope, restApiId, mode, problems }: ImportTarget,
  existing: readonly GatewayResponse[],
  defined: readonly DefinedGatewayResponse[],
): Promise<void> {
  if (mode === 'overwrite') {
    for (const { responseType } of existing) await dropGatewayResponse(tx, scope, restApiId, responseType);
  }
  for (const definition of defined) {
    await problems.attempt(`Unable to put gateway response '${definition.responseType}'`, () =>
      putGatewayResponse(tx, scope, restApiId, newGatewayResponse(definition)),
    );
  }
}
