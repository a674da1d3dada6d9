import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAll } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { useHref } from '../../../routing/index.ts';
import { functions } from '../../../texts/en/functions.ts';
import { layers } from '../../../texts/en/layers.ts';
import { useDialog } from '../use-dialog.ts';
import { PublishLayer } from './publish-layer.tsx';

const texts = layers.list;

/** The layers of the region, each by its latest version. */
export default function LayerListPage(): JSX.Element {
  const href = useHref();
  const all = useAll('lambda', 'listLayers', {}, (page) => page.Layers);
  const dialog = useDialog();
  const publish = (
    <Button variant="primary" onClick={() => dialog.open('publish')}>
      {texts.create}
    </Button>
  );
  return (
    <Page title={texts.title} trail={[{ text: functions.service, path: '/functions' }]} withoutHeader>
      <PagedTable
        variant="full-page"
        title={texts.title}
        query={all}
        id={({ LayerName = '' }) => LayerName}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={publish} />}
        columns={[
          {
            id: 'name',
            header: texts.name,
            value: ({ LayerName }) => LayerName,
            cell: ({ LayerName = '' }) => <Link href={href(`/layers/${LayerName}`)}>{LayerName}</Link>,
            isRowHeader: true,
            minWidth: 160,
          },
          { id: 'version', header: texts.version, value: (layer) => layer.LatestMatchingVersion?.Version },
          {
            id: 'description',
            header: texts.description,
            value: (layer) => layer.LatestMatchingVersion?.Description || undefined,
            isMinor: true,
          },
          {
            id: 'runtimes',
            header: texts.runtimes,
            value: (layer) => layer.LatestMatchingVersion?.CompatibleRuntimes?.join(', ') || undefined,
          },
          {
            id: 'arn',
            header: texts.arn,
            value: (layer) => layer.LatestMatchingVersion?.LayerVersionArn,
            cell: (layer) => <CopyText text={layer.LatestMatchingVersion?.LayerVersionArn ?? ''} />,
            minWidth: 260,
          },
        ]}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => all.refetch()} />
            {publish}
          </SpaceBetween>
        }
      />
      {dialog.name === 'publish' && <PublishLayer initial="" onClose={dialog.close} />}
    </Page>
  );
}
