import type { Method, Resource } from '../../../model/index.ts';
import { table } from '../../table.ts';
import { findApi } from '../names.ts';
import type { CommandContext } from './command.ts';

/** `sallyport routes API`: every method of the working copy, with what guards it and where it leads. */
export async function listRoutes({ client, tell }: CommandContext, idOrName: string): Promise<void> {
  const api = await findApi(client, idOrName);
  const resources = await client.list<Resource>(`/restapis/${api.id}/resources`, { embed: 'methods' });
  const rows = resources
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, resourceMethods = {} }) =>
      Object.entries(resourceMethods).map(([verb, method]) => ({ method: verb, path, ...routeOf(method) })),
    );
  const cells = rows.map((row) => [row.method, row.path, row.authorization, row.apiKey ? 'yes' : '', row.integration]);
  const head = ['METHOD', 'PATH', 'AUTHORIZATION', 'API KEY', 'INTEGRATION'];
  tell(table(head, cells, `${api.name} has no method yet.`), rows);
}

function routeOf({ authorizationType, apiKeyRequired, methodIntegration }: Method) {
  const { type, uri } = methodIntegration ?? {};
  return {
    authorization: authorizationType,
    apiKey: apiKeyRequired,
    integration: [type ?? 'none', functionIn(uri) ?? uri].filter((part) => part !== undefined).join(' '),
  };
}

/** A function's name says more than the address of its invocations. */
function functionIn(uri: string | undefined): string | undefined {
  return /:lambda:path\/[^/]+\/functions\/.*:function:(.+)\/invocations$/.exec(uri ?? '')?.[1];
}
