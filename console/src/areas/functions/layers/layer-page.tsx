import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction, useAll } from '../../../data/index.ts';
import { Page } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { usePageParams } from '../../../routing/index.ts';
import { functions } from '../../../texts/en/functions.ts';
import { layers } from '../../../texts/en/layers.ts';
import { useDialog } from '../use-dialog.ts';
import { PublishLayer } from './publish-layer.tsx';

const texts = layers.versions;

/** All versions of one layer. */
export default function LayerPage(): JSX.Element {
  const { layerName } = usePageParams('layerName');
  const versions = useAll('lambda', 'listLayerVersions', { LayerName: layerName }, (page) => page.LayerVersions);
  const dialog = useDialog();
  const [selected, setSelected] = useState('');
  const chosen = versions.data?.filter(({ Version }) => String(Version) === selected) ?? [];
  const remove = useAction('lambda', 'deleteLayerVersion');
  const publish = (
    <Button variant="primary" onClick={() => dialog.open('publish')}>
      {texts.create}
    </Button>
  );
  return (
    <Page
      title={layerName}
      trail={[
        { text: functions.service, path: '/functions' },
        { text: layers.list.title, path: '/layers' },
      ]}
      withoutHeader
    >
      <PagedTable
        variant="full-page"
        title={layerName}
        description={texts.description}
        query={versions}
        id={({ Version = 0 }) => String(Version)}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={publish} />}
        selected={chosen}
        onSelect={([item]) => setSelected(String(item?.Version ?? ''))}
        columns={[
          { id: 'version', header: texts.version, value: ({ Version }) => Version, isRowHeader: true },
          { id: 'about', header: texts.about, value: ({ Description }) => Description || undefined, isMinor: true },
          {
            id: 'runtimes',
            header: texts.runtimes,
            value: (version) => version.CompatibleRuntimes?.join(', ') || undefined,
          },
          {
            id: 'created',
            header: texts.created,
            value: ({ CreatedDate = '' }) => Date.parse(CreatedDate),
            cell: ({ CreatedDate = '' }) => <Time date={new Date(CreatedDate)} />,
            minWidth: 180,
          },
          {
            id: 'arn',
            header: texts.arn,
            value: ({ LayerVersionArn }) => LayerVersionArn,
            cell: ({ LayerVersionArn = '' }) => <CopyText text={LayerVersionArn} />,
            minWidth: 260,
          },
        ]}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={chosen.length === 0} onClick={() => dialog.open('delete-version', selected)}>
              {texts.delete}
            </Button>
            {publish}
          </SpaceBetween>
        }
      />
      {dialog.name === 'publish' && <PublishLayer initial={layerName} onClose={dialog.close} />}
      {dialog.name === 'delete-version' && dialog.item !== '' && (
        <DeleteDialog
          texts={{ title: texts.delete, consequence: texts.consequence, done: texts.deleted }}
          name={dialog.item}
          action={remove}
          input={{ LayerName: layerName, VersionNumber: Number(dialog.item) }}
          onClose={dialog.close}
        />
      )}
    </Page>
  );
}
