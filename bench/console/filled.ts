import type { Clients, Walked } from '../../test/console/support/walk/clients.ts';
import { fillFunctions } from './fill-functions.ts';
import { fillGateway } from './fill-gateway.ts';
import { fillIdentities } from './fill-identities.ts';
import { fillMonitoring } from './fill-monitoring.ts';
import { fillHttpApis, fillStages } from './fill-stages.ts';

/** What the addresses of long lists are made of. */
export interface Filled {
  /** Of many models, validators and authorizers. */
  readonly apiId: string;
  /** Of many stages and deployments. */
  readonly stagedApiId: string;
  /** Of many routes and integrations. */
  readonly httpApiId: string;
  /** Of many keys. */
  readonly planId: string;
  readonly emptyPlanId: string;
  readonly domainName: string;
  readonly functionName: string;
  readonly logGroup: string;
  readonly poolId: string;
}

/** Fills an account with many of everything, through the API. */
export async function filled(client: Clients, { gatewayUrl }: Walked, count: number): Promise<Filled> {
  const functionName = await fillFunctions(client, count);
  const logGroup = await fillMonitoring(client, gatewayUrl, count);
  const gateway = await fillGateway(client, count);
  const poolId = await fillIdentities(client, count);
  const httpApiId = await fillHttpApis(client, count);
  const stagedApiId = await fillStages(client, count);
  return { ...gateway, functionName, logGroup, poolId, httpApiId, stagedApiId };
}
