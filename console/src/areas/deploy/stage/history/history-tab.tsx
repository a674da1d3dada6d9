import Button from '@cloudscape-design/components/button';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type JSX, useState } from 'react';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../../parts/paged-table.tsx';
import { Time } from '../../../../parts/time.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { deploy } from '../../../../texts/en/deploy.ts';
import { type Deployment, useDeployments } from '../../use-deployments.ts';
import type { Stage } from '../../use-stages.ts';
import type { StageProps } from '../stage-props.ts';
import { ChangeDeployment } from './change-deployment.tsx';

const texts = deploy.history;
const { columns: headers, empty } = deploy.deployments;

/** What the stage can serve; going back to an older deployment is one click and a confirmation. */
export function HistoryTab(props: StageProps): JSX.Element {
  const { apiId, stage } = props;
  const deployments = useDeployments(apiId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedId, setSelected] = useState<string>();
  const selected = deployments.data?.find(({ id }) => id === selectedId);
  const canChange = selected !== undefined && selected.id !== stage.deploymentId;
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={deployments}
        columns={columns(stage)}
        id={({ id }) => id}
        empty={<EmptyState title={empty.title} text={empty.text} />}
        selected={selected ? [selected] : []}
        onSelect={([deployment]) => setSelected(deployment?.id)}
        actions={
          <Button disabled={!canChange} onClick={() => setDialog('change-deployment')}>
            {texts.change}
          </Button>
        }
      />
      {dialog === 'change-deployment' && canChange && (
        <ChangeDeployment {...props} deploymentId={selected.id} onClose={() => setDialog('')} />
      )}
    </>
  );
}

function columns(stage: Stage): readonly Column<Deployment>[] {
  return [
    { id: 'id', header: headers.id, value: ({ id }) => id, isRowHeader: true, minWidth: 110 },
    {
      id: 'created',
      header: headers.created,
      value: ({ created }) => created?.getTime(),
      cell: ({ created }) => <Time date={created} />,
      minWidth: 180,
    },
    {
      id: 'status',
      header: texts.status,
      value: ({ id }) => statusOf(stage, id),
      cell: ({ id }) => (
        <StatusIndicator type={id === stage.deploymentId ? 'success' : 'stopped'}>
          {statusOf(stage, id)}
        </StatusIndicator>
      ),
      minWidth: 130,
    },
    { id: 'description', header: headers.description, value: ({ description }) => description },
  ];
}

function statusOf({ deploymentId, canarySettings }: Stage, id: string): string {
  if (id === deploymentId) return texts.active;
  return id === canarySettings?.deploymentId ? texts.canary : texts.inactive;
}
