import type { Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { below, resourceServers } from '../documents/index.ts';

/** The scopes of a pool's resource servers, each behind its server's identifier. */
export async function customScopes(reader: Reader, scope: Scope, poolId: string): Promise<ReadonlySet<string>> {
  const servers = await reader.list(resourceServers, scope, { prefix: below(poolId) });
  return new Set(
    servers.flatMap(({ value: { Identifier, Scopes = [] } }) =>
      Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`),
    ),
  );
}
