import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref, useQueryParam } from '../../../routing/index.ts';
import { documentation } from '../../../texts/en/documentation.ts';
import { parts } from '../../../texts/en/parts.ts';
import { useVersions, type Version } from './use-versions.ts';
import { VersionDialogs } from './version-dialogs.tsx';

const texts = documentation.versions;

/** All versions of an API's documentation, and which stages have them. */
export function VersionList({ apiId }: { readonly apiId: string }): JSX.Element {
  const href = useHref();
  const versions = useVersions(apiId);
  const [chosen, setChosen] = useQueryParam('version');
  const [dialog, setDialog] = useQueryParam('dialog');
  const selected = versions.data?.find(({ name }) => name === chosen);
  const isPublished = selected !== undefined && selected.stages.length > 0;
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.description}
        query={versions}
        columns={columns(apiId, href)}
        id={({ name }) => name}
        empty={
          <EmptyState
            title={texts.empty.title}
            text={texts.empty.text}
            action={<Button onClick={() => setDialog('create')}>{texts.create}</Button>}
          />
        }
        selected={selected ? [selected] : []}
        onSelect={([version]) => setChosen(version?.name ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="refresh" ariaLabel={documentation.refresh} onClick={() => versions.refetch()} />
            <Button disabled={!selected} onClick={() => setDialog('edit')}>
              {texts.edit}
            </Button>
            <Button
              disabled={!selected || isPublished}
              {...(isPublished && { disabledReason: texts.isPublished })}
              onClick={() => setDialog('delete')}
            >
              {texts.delete}
            </Button>
            <Button disabled={!selected} onClick={() => setDialog('publish')}>
              {texts.publish}
            </Button>
            <Button variant="primary" onClick={() => setDialog('create')}>
              {texts.create}
            </Button>
          </SpaceBetween>
        }
      />
      <VersionDialogs apiId={apiId} dialog={dialog} version={selected} onClose={() => setDialog('')} />
    </>
  );
}

function columns(apiId: string, href: (path: string) => string): readonly Column<Version>[] {
  const { columns: headers } = texts;
  const stageLink = (name: string) => (
    <Link key={name} href={href(`/apis/${apiId}/stages/${encodeURIComponent(name)}`)}>
      {name}
    </Link>
  );
  return [
    { id: 'version', header: headers.version, value: ({ name }) => name, isRowHeader: true, minWidth: 120 },
    {
      id: 'created',
      header: headers.created,
      value: ({ created }) => created?.getTime(),
      cell: ({ created }) => <Time date={created} />,
      minWidth: 180,
    },
    {
      id: 'stages',
      header: headers.stages,
      value: ({ stages }) => stages.join(' '),
      cell: ({ stages }) =>
        stages.length === 0 ? (
          parts.none
        ) : (
          <SpaceBetween direction="horizontal" size="xs">
            {stages.map(stageLink)}
          </SpaceBetween>
        ),
      minWidth: 140,
    },
    { id: 'description', header: headers.description, value: ({ description }) => description },
  ];
}
