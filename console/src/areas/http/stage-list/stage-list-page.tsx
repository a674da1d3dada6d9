import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { httpStages } from '../../../texts/en/http-stages.ts';
import { DeployButton } from '../deploy-button.tsx';
import { useStages } from '../use-http-api.ts';
import { stageColumns } from './columns.tsx';
import { CreateStage } from './create-stage.tsx';

const texts = httpStages.list;

/** All stages of an HTTP API. */
export default function StageListPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const href = useHref();
  const trail = useApiTrail(apiId);
  const stages = useStages(apiId);
  const [dialog, setDialog] = useQueryParam('dialog');
  return (
    <Page title={texts.title} trail={trail} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={stages}
        columns={stageColumns(apiId, href)}
        id={({ StageName = '' }) => StageName}
        empty={
          <EmptyState
            title={texts.empty.title}
            text={texts.empty.text}
            action={<Button onClick={() => setDialog('create')}>{httpStages.create.button}</Button>}
          />
        }
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={http.refresh} onClick={() => stages.refetch()} />
            <DeployButton apiId={apiId} />
            <Button variant="primary" onClick={() => setDialog('create')}>
              {httpStages.create.button}
            </Button>
          </SpaceBetween>
        }
      />
      {dialog === 'create' && <CreateStage apiId={apiId} onClose={() => setDialog('')} />}
    </Page>
  );
}
