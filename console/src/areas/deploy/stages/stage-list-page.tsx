import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { stages as texts } from '../../../texts/en/stages.ts';
import { DeleteStage } from '../delete-stage.tsx';
import { useStages } from '../use-stages.ts';

import { stageColumns } from './columns.tsx';
import { CreateStage } from './create-stage.tsx';

/** All stages of a REST API. */
export default function StageListPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const href = useHref();
  const trail = useApiTrail(apiId);
  const stages = useStages(apiId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const [selectedName, setSelected] = useState<string>();
  const selected = stages.data?.find(({ stageName }) => stageName === selectedName);
  const deploy = <Button href={href(`/apis/${apiId}/deploy`)}>{texts.list.deploy}</Button>;
  return (
    <Page title={texts.list.title} trail={trail} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.list.title}
        query={stages}
        columns={stageColumns(apiId, href)}
        id={({ stageName = '' }) => stageName}
        empty={<EmptyState title={texts.list.empty.title} text={texts.list.empty.text} action={deploy} />}
        selected={selected ? [selected] : []}
        onSelect={([stage]) => setSelected(stage?.stageName)}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.list.refresh} onClick={() => stages.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('delete')}>
              {texts.delete.button}
            </Button>
            <Button onClick={() => setDialog('create')}>{texts.list.create}</Button>
            <Button variant="primary" href={href(`/apis/${apiId}/deploy`)}>
              {texts.list.deploy}
            </Button>
          </SpaceBetween>
        }
      />
      {dialog === 'create' && <CreateStage apiId={apiId} onClose={() => setDialog('')} />}
      {dialog === 'delete' && selected && (
        <DeleteStage apiId={apiId} stageName={selected.stageName ?? ''} onClose={() => setDialog('')} />
      )}
    </Page>
  );
}
