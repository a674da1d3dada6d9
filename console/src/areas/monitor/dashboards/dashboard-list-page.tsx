import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAll } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref } from '../../../routing/index.ts';
import { dashboards as texts } from '../../../texts/en/dashboards.ts';
import { trailOf } from '../trail.ts';

/** All dashboards of the account. */
export default function DashboardListPage(): JSX.Element {
  const href = useHref();
  const dashboards = useAll('cloudwatch', 'listDashboards', {}, ({ DashboardEntries }) => DashboardEntries);
  const create = (
    <Button variant="primary" href={href('/dashboards/edit')}>
      {texts.create}
    </Button>
  );
  return (
    <Page title={texts.title} trail={trailOf()} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={dashboards}
        columns={[
          {
            id: 'name',
            header: texts.name,
            value: ({ DashboardName }) => DashboardName,
            cell: ({ DashboardName = '' }) => (
              <Link href={href(`/dashboards/dashboard?name=${encodeURIComponent(DashboardName)}`)}>
                {DashboardName}
              </Link>
            ),
            isRowHeader: true,
          },
          {
            id: 'changed',
            header: texts.changed,
            value: ({ LastModified }) => LastModified?.getTime(),
            cell: ({ LastModified }) => <Time date={LastModified} />,
          },
        ]}
        id={({ DashboardName = '' }) => DashboardName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={create} />}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => dashboards.refetch()} />
            {create}
          </SpaceBetween>
        }
      />
    </Page>
  );
}
