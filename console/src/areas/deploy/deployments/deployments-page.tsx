import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { mapped } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { deploy } from '../../../texts/en/deploy.ts';
import { stages as stageTexts } from '../../../texts/en/stages.ts';
import { WORKING } from '../diff/use-diff.ts';
import { useDeployments } from '../use-deployments.ts';
import { useStages } from '../use-stages.ts';
import { type DeploymentRow, deploymentColumns, deploymentRows } from './columns.tsx';
import { DeleteDeployment } from './delete-deployment.tsx';
import { EditDeployment } from './edit-deployment.tsx';

const texts = deploy.deployments;

/** All deployments of a REST API, and which stages serve them. */
export default function DeploymentsPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const href = useHref();
  const trail = useApiTrail(apiId);
  const deployments = useDeployments(apiId);
  const stages = useStages(apiId);
  const [selectedIds, setSelected] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useQueryParam('dialog');
  const rows = mapped(deployments, (all) => deploymentRows(all, stages.data ?? []));
  const selected = (rows.data ?? []).filter(({ id }) => selectedIds.includes(id));
  const only = selected.length === 1 ? selected[0] : undefined;
  const isFree = only !== undefined && stages.data !== undefined && only.stages.length === 0;
  const deployLink = href(`/apis/${apiId}/deploy`);
  return (
    <Page title={texts.title} trail={trail} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        description={texts.compareHint}
        query={rows}
        columns={deploymentColumns(apiId, href)}
        id={({ id }) => id}
        empty={
          <EmptyState
            title={texts.empty.title}
            text={texts.empty.text}
            action={<Button href={deployLink}>{stageTexts.list.deploy}</Button>}
          />
        }
        selected={selected}
        selectionType="multi"
        onSelect={(items) => setSelected(items.map(({ id }) => id))}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => deployments.refetch()} />
            <Button
              disabled={!isFree}
              {...(only && !isFree && { disabledReason: texts.isServed })}
              onClick={() => setDialog('delete')}
            >
              {texts.delete}
            </Button>
            <Button disabled={!only} onClick={() => setDialog('edit')}>
              {texts.edit}
            </Button>
            <Button disabled={selected.length === 0 || selected.length > 2} href={href(comparison(apiId, selected))}>
              {texts.compare}
            </Button>
            <Button variant="primary" href={deployLink}>
              {stageTexts.list.deploy}
            </Button>
          </SpaceBetween>
        }
      />
      {dialog === 'edit' && only && <EditDeployment apiId={apiId} deployment={only} onClose={() => setDialog('')} />}
      {dialog === 'delete' && only && isFree && (
        <DeleteDeployment apiId={apiId} deploymentId={only.id} onClose={() => setDialog('')} />
      )}
    </Page>
  );
}

/** The older of two, or the only one, is compared to the other or to the API as it is now. */
function comparison(apiId: string, selected: readonly DeploymentRow[]): string {
  const [later, earlier = later] = selected;
  const to = selected.length === 2 ? (later?.id ?? '') : WORKING;
  return `/apis/${apiId}/deployments/compare?${new URLSearchParams({ from: earlier?.id ?? '', to })}`;
}
