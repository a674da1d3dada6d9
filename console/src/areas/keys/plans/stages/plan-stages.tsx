import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../../parts/paged-table.tsx';
import { useHref, useQueryParam } from '../../../../routing/index.ts';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import { listed } from '../listed.ts';
import type { UsagePlan } from '../use-plans.ts';
import { AddStage } from './add-stage.tsx';
import { RemoveStage } from './remove-stage.tsx';
import { type PlanStage, stageName } from './stage-name.ts';
import { useApiNames } from './use-api-names.ts';

const texts = usagePlans.stages;

/** The stages that keys of a plan open. */
export function PlanStages({ plan }: { readonly plan: UsagePlan }): JSX.Element {
  const href = useHref();
  const nameOf = useApiNames();
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedName, setSelected] = useQueryParam('stage');
  const { apiStages = [] } = plan;
  const selected = apiStages.find((stage) => stageName(stage) === selectedName);
  const close = (): void => setDialog('');
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.description}
        query={listed(apiStages)}
        columns={columns(href, nameOf)}
        id={stageName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} />}
        selected={selected ? [selected] : []}
        onSelect={([stage]) => setSelected(stage ? stageName(stage) : '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('remove-stage')}>
              {texts.remove}
            </Button>
            <Button onClick={() => setDialog('add-stage')}>{texts.add}</Button>
          </SpaceBetween>
        }
      />
      {dialog === 'add-stage' && <AddStage plan={plan} onClose={close} />}
      {dialog === 'remove-stage' && selected && (
        <RemoveStage
          plan={plan}
          stage={selected}
          name={`${nameOf(selected.apiId ?? '')}: ${selected.stage}`}
          onClose={close}
        />
      )}
    </>
  );
}

function columns(href: (path: string) => string, nameOf: (apiId: string) => string): readonly Column<PlanStage>[] {
  const { columns: headers } = texts;
  return [
    { id: 'api', header: headers.api, value: ({ apiId = '' }) => nameOf(apiId), isRowHeader: true, minWidth: 160 },
    {
      id: 'stage',
      header: headers.stage,
      value: ({ stage }) => stage,
      cell: ({ apiId = '', stage = '' }) => (
        <Link href={href(`/apis/${apiId}/stages/${encodeURIComponent(stage)}`)}>{stage}</Link>
      ),
      minWidth: 120,
    },
    {
      id: 'methods',
      header: headers.methods,
      value: ({ throttle = {} }) => Object.keys(throttle).length,
      cell: ({ throttle = {} }) => texts.methodCount(Object.keys(throttle).length),
      minWidth: 160,
    },
  ];
}
