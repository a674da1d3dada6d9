import type { Column } from '../../../parts/paged-table.tsx';
import { pools } from '../../../texts/en/pools.ts';
import { type ResourceServer, scopesOf } from './use-resource-servers.ts';

const { columns: headers } = pools.resourceServers;

export const RESOURCE_SERVER_COLUMNS: readonly Column<ResourceServer>[] = [
  { id: 'name', header: headers.name, value: ({ Name }) => Name, isRowHeader: true, minWidth: 140 },
  { id: 'identifier', header: headers.identifier, value: ({ Identifier }) => Identifier, minWidth: 160 },
  { id: 'scopes', header: headers.scopes, value: (server) => scopesOf(server).join(', '), minWidth: 200 },
];
