import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { mapped } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { useDeployments, useStages } from '../use-http-api.ts';
import { deploymentColumns, deploymentRows } from './columns.tsx';
import { CreateDeployment } from './create-deployment.tsx';
import { DeleteDeployment } from './delete-deployment.tsx';

const texts = httpStages.deployments;

/** All deployments of an HTTP API, and which stages serve them. */
export default function DeploymentsPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const href = useHref();
  const trail = useApiTrail(apiId);
  const deployments = useDeployments(apiId);
  const stages = useStages(apiId);
  const [selectedId, setSelected] = useState<string>();
  const [dialog, setDialog] = useQueryParam('dialog');
  const rows = mapped(deployments, (all) => deploymentRows(all, stages.data ?? []));
  const selected = rows.data?.find(({ DeploymentId }) => DeploymentId === selectedId);
  const isFree = selected !== undefined && stages.data !== undefined && selected.stages.length === 0;
  return (
    <Page title={texts.title} trail={trail} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.description}
        query={rows}
        columns={deploymentColumns(apiId, href)}
        id={({ DeploymentId = '' }) => DeploymentId}
        empty={
          <EmptyState
            title={texts.empty.title}
            text={texts.empty.text}
            action={<Button onClick={() => setDialog('create')}>{http.deploy}</Button>}
          />
        }
        selected={selected ? [selected] : []}
        onSelect={([deployment]) => setSelected(deployment?.DeploymentId)}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={http.refresh} onClick={() => deployments.refetch()} />
            <Button
              disabled={!isFree}
              {...(selected && !isFree && { disabledReason: texts.isServed })}
              onClick={() => setDialog('delete')}
            >
              {texts.delete.button}
            </Button>
            <Button variant="primary" onClick={() => setDialog('create')}>
              {http.deploy}
            </Button>
          </SpaceBetween>
        }
      />
      {dialog === 'create' && <CreateDeployment apiId={apiId} stages={stages} onClose={() => setDialog('')} />}
      {dialog === 'delete' && selected && isFree && (
        <DeleteDeployment
          apiId={apiId}
          deploymentId={selected.DeploymentId ?? ''}
          onClose={() => {
            setDialog('');
            setSelected(undefined);
          }}
        />
      )}
    </Page>
  );
}
