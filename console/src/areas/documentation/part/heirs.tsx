import type { JSX } from 'react';
import type { DocumentationPart } from '../../../../../src/model/documentation/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref } from '../../../routing/index.ts';
import { documentation } from '../../../texts/en/documentation.ts';
import type { Documented } from '../documented.ts';
import { locationKey } from '../location.ts';
import { partColumns } from '../parts/columns.tsx';

const texts = documentation.part;

interface Props {
  readonly apiId: string;
  readonly part: DocumentationPart;
  readonly all: readonly Documented[];
}

/** Everything that takes its content from a part of another place. */
export function Heirs({ apiId, part, all }: Props): JSX.Element | null {
  const href = useHref();
  const { path, method, statusCode } = part.location;
  const heirs = all.filter(({ own, inherited }) => own === undefined && inherited?.id === part.id);
  const isBroad = method === '*' || statusCode === '*' || path === '/';
  if (!isBroad && heirs.length === 0) return null;
  return (
    <PagedTable
      title={texts.heirs}
      description={texts.heirsHint}
      query={{ data: heirs, error: null, isPending: false, refetch: () => undefined }}
      columns={partColumns(apiId, href).filter(({ id }) => id === 'what' || id === 'where')}
      id={({ location }) => locationKey(location)}
      empty={<EmptyState title={texts.noHeirs} />}
      pageSize={10}
    />
  );
}
