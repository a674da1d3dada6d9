import { known } from '../../../support/sdk.ts';
import { clients, type Walked } from './clients.ts';
import { fillApi } from './fill-api.ts';
import { fillFunctions } from './fill-functions.ts';
import { fillGateway } from './fill-gateway.ts';
import { fillHttpApi } from './fill-http-api.ts';
import { fillIdentities } from './fill-identities.ts';
import { fillMonitoring } from './fill-monitoring.ts';

/** An account with one of everything. What it says of itself holds the word "classified", and no address does. */
export interface FilledAccount {
  /** By the names that routes have for them. */
  readonly params: Readonly<Record<string, string>>;
  /** In place of some of those, at pages of HTTP APIs. */
  readonly httpParams: Readonly<Record<string, string>>;
}

export async function fillAccount(where: Walked): Promise<FilledAccount> {
  const all = clients(where);
  const api = await fillApi(all, 'classified-api', 'classified');
  const { requestId } = await fillMonitoring(all, where, known(api.apiId));
  return {
    params: {
      ...api,
      requestId,
      ...(await fillGateway(all, known(api.apiId))),
      ...(await fillFunctions(all)),
      ...(await fillIdentities(all)),
    },
    httpParams: await fillHttpApi(all),
  };
}
