import type { Output } from '../../../aws/index.ts';
import { mapped, type Read, useAll, useCall } from '../../../data/index.ts';
import { poolPath } from '../pools/use-pools.ts';

export type AppClient = NonNullable<Output<'cognito-idp', 'describeUserPoolClient'>['UserPoolClient']>;

/** What the list shows of an app client. */
export interface ListedClient {
  readonly id: string;
  readonly name: string;
}

export function useClients(UserPoolId: string): Read<readonly ListedClient[]> {
  return useAll('cognito-idp', 'listUserPoolClients', { UserPoolId, MaxResults: 60 }, ({ UserPoolClients }) =>
    UserPoolClients?.map(({ ClientId = '', ClientName = ClientId }) => ({ id: ClientId, name: ClientName })),
  );
}

/** @param ClientId empty while none is chosen */
export function useClient(UserPoolId: string, ClientId: string): Read<AppClient> {
  const found = useCall(
    'cognito-idp',
    'describeUserPoolClient',
    { UserPoolId, ClientId },
    { enabled: ClientId !== '' },
  );
  return mapped(found, ({ UserPoolClient = {} }) => UserPoolClient);
}

export function clientPath(poolId: string, clientId: string): string {
  return `${poolPath(poolId)}/clients/${encodeURIComponent(clientId)}`;
}
