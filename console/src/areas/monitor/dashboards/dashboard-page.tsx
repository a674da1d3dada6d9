import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { isGone } from '../../../aws/index.ts';
import { useAction, useCall } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { PeriodPicker, RefreshButton, usePeriod } from '../../../parts/period/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref, useNavigate, useQueryParam } from '../../../routing/index.ts';
import { dashboards as texts } from '../../../texts/en/dashboards.ts';
import { trailOf } from '../trail.ts';
import { Widgets } from './widgets-grid.tsx';

/** One dashboard. */
export default function DashboardPage(): JSX.Element {
  const href = useHref();
  const [name] = useQueryParam('name');
  const [dialog, setDialog] = useQueryParam('dialog');
  const shown = usePeriod();
  const dashboard = useCall('cloudwatch', 'getDashboard', { DashboardName: name });
  return (
    <Page
      title={name}
      trail={[...trailOf(), { text: texts.title, path: '/dashboards' }]}
      actions={
        !isGone(dashboard.error) && (
          <SpaceBetween direction="horizontal" size="xs">
            <PeriodPicker chosen={shown.chosen} onChoose={shown.choose} />
            <RefreshButton seconds={shown.refreshSeconds} onRefresh={shown.refresh} onChoose={shown.setRefresh} />
            <Button onClick={() => setDialog('delete')}>{texts.delete.button}</Button>
            <Button href={href(`/dashboards/edit?name=${encodeURIComponent(name)}`)}>{texts.edit}</Button>
          </SpaceBetween>
        )
      }
    >
      <QueryState query={dashboard}>
        {({ DashboardBody = '{}' }) => <Widgets body={DashboardBody} period={shown.period} />}
      </QueryState>
      {dialog === 'delete' && <DeleteDashboard name={name} onClose={() => setDialog('')} />}
    </Page>
  );
}

function DeleteDashboard({ name, onClose }: { readonly name: string; onClose(): void }): JSX.Element {
  const remove = useAction('cloudwatch', 'deleteDashboards');
  const navigate = useNavigate();
  return (
    <DeleteDialog
      texts={{ ...texts.delete, title: texts.delete.button }}
      name={name}
      action={remove}
      input={{ DashboardNames: [name] }}
      onClose={onClose}
      onDeleted={() => navigate('/dashboards', { replace: true })}
    />
  );
}
