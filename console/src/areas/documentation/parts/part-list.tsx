import Button from '@cloudscape-design/components/button';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { mapped } from '../../../data/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { documentation } from '../../../texts/en/documentation.ts';
import { locationKey } from '../location.ts';
import { useDocumentation } from '../use-documentation.ts';
import { partColumns, statusOf } from './columns.tsx';

const texts = documentation.parts;

/** Everything of an API that can be documented, and what is. */
export function PartList({ apiId }: { readonly apiId: string }): JSX.Element {
  const href = useHref();
  const documented = useDocumentation(apiId);
  const [status, setStatus] = useQueryParam('status');
  const shown = mapped(documented, ({ all }) => all.filter((one) => status === '' || statusOf(one) === status));
  return (
    <SpaceBetween size="m">
      <SegmentedControl
        label={texts.filter}
        selectedId={status === '' ? 'all' : status}
        onChange={({ detail }) => setStatus(detail.selectedId === 'all' ? '' : detail.selectedId)}
        options={[
          { id: 'all', text: texts.all },
          { id: 'own', text: texts.own },
          { id: 'inherited', text: texts.inherited },
          { id: 'missing', text: texts.missing },
        ]}
      />
      <PagedTable
        title={texts.title}
        description={texts.description}
        query={shown}
        columns={partColumns(apiId, href)}
        id={({ location }) => locationKey(location)}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={documentation.refresh} onClick={() => documented.refetch()} />
            <Button variant="primary" href={href(`/apis/${apiId}/documentation/create`)}>
              {texts.create}
            </Button>
          </SpaceBetween>
        }
      />
    </SpaceBetween>
  );
}
