import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { usagePlans as texts } from '../../../texts/en/usage-plans.ts';
import { LIST_TRAIL } from '../trail.ts';
import { DeletePlan } from './delete-plan.tsx';
import { planColumns } from './plan-columns.tsx';
import { usePlans } from './use-plans.ts';

/** All usage plans of the region. */
export default function PlanListPage(): JSX.Element {
  const href = useHref();
  const plans = usePlans();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedId, setSelected] = useQueryParam('selected');
  const selected = plans.data?.find(({ id }) => id === selectedId);
  return (
    <Page title={texts.title} trail={LIST_TRAIL} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={plans}
        columns={planColumns(href)}
        id={({ id = '' }) => id}
        empty={
          <EmptyState
            title={texts.empty.title}
            text={texts.empty.text}
            action={<Button href={href('/usage-plans/create')}>{texts.form.create}</Button>}
          />
        }
        selected={selected ? [selected] : []}
        onSelect={([plan]) => setSelected(plan?.id ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => plans.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete.button}
            </Button>
            <Button variant="primary" href={href('/usage-plans/create')}>
              {texts.form.create}
            </Button>
          </SpaceBetween>
        }
      />
      {dialog === 'delete' && selected && <DeletePlan plan={selected} onClose={() => setDialog('')} />}
    </Page>
  );
}
