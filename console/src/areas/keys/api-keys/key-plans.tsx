import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { keys } from '../../../texts/en/keys.ts';
import { LeavePlan } from '../leave-plan.tsx';
import { planColumns } from '../plans/plan-columns.tsx';
import { usePlans } from '../plans/use-plans.ts';
import { AddToPlan } from './add-to-plan.tsx';
import { type ApiKey, keyName } from './use-keys.ts';

const texts = keys.plans;

/** The usage plans that a key is in. */
export function KeyPlans({ apiKey }: { readonly apiKey: ApiKey }): JSX.Element {
  const href = useHref();
  const plans = usePlans(apiKey.id);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedId, setSelected] = useQueryParam('selected');
  const selected = plans.data?.find(({ id }) => id === selectedId);
  const close = (): void => setDialog('');
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.description}
        query={plans}
        columns={planColumns(href)}
        id={({ id = '' }) => id}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={selected ? [selected] : []}
        onSelect={([plan]) => setSelected(plan?.id ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('remove')}>
              {texts.remove}
            </Button>
            <Button onClick={() => setDialog('add')}>{texts.add}</Button>
          </SpaceBetween>
        }
      />
      {dialog === 'add' && <AddToPlan apiKey={apiKey} joined={plans.data ?? []} onClose={close} />}
      {dialog === 'remove' && selected && (
        <LeavePlan
          apiKey={{ id: apiKey.id ?? '', name: keyName(apiKey) }}
          plan={{ id: selected.id ?? '', name: selected.name ?? '' }}
          onClose={close}
        />
      )}
    </>
  );
}
