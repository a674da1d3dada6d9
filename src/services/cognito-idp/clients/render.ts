import type { AppClient } from '../documents/index.ts';
import type { Out } from '../types.ts';

/** A client as `DescribeUserPoolClient` prints it. */
export function renderClient(client: AppClient): NonNullable<Out<'describeUserPoolClient'>['UserPoolClient']> {
  return {
    UserPoolId: client.poolId,
    ClientName: client.name,
    ClientId: client.id,
    ...(client.secret !== undefined && { ClientSecret: client.secret }),
    LastModifiedDate: new Date(client.modifiedAtMs),
    CreationDate: new Date(client.createdAtMs),
    ...client.settings,
  };
}
