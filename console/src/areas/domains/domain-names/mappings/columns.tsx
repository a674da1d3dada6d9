import Link from '@cloudscape-design/components/link';
import { apiPath } from '../../../../parts/api-path.ts';
import type { Column } from '../../../../parts/paged-table.tsx';
import { domains } from '../../../../texts/en/domains.ts';
import type { Target } from '../use-targets.ts';
import { type Mapping, NONE } from './use-mappings.ts';

const texts = domains.mappings;

export function mappingColumns(
  targets: readonly Target[],
  href: (path: string) => string,
  domainName: string,
): readonly Column<Mapping>[] {
  const targetOf = ({ apiId }: Mapping): Target | undefined => targets.find(({ id }) => id === apiId);
  const { columns: headers } = texts;
  return [
    { id: 'path', header: headers.path, value: ({ path }) => path, isRowHeader: true, minWidth: 120 },
    {
      id: 'url',
      header: headers.url,
      value: ({ path }) => `${domainName}/${path === NONE ? '' : path}`,
      minWidth: 220,
    },
    {
      id: 'api',
      header: headers.api,
      value: (mapping) => targetOf(mapping)?.name ?? mapping.apiId,
      cell: (mapping) => {
        const target = targetOf(mapping);
        return target ? <Link href={href(apiPath(target.id, target.protocol))}>{target.name}</Link> : mapping.apiId;
      },
      minWidth: 140,
    },
    { id: 'stage', header: headers.stage, value: ({ stage }) => (stage === '' ? texts.byPath : stage), minWidth: 120 },
    { id: 'kind', header: headers.kind, value: (mapping) => targetOf(mapping)?.protocol, isMinor: true },
  ];
}
