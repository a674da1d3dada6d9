import Button from '@cloudscape-design/components/button';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { PagedTable } from '../../../parts/paged-table.tsx';
import { Time } from '../../../parts/time.tsx';
import { useHref } from '../../../routing/index.ts';
import { functionVersions } from '../../../texts/en/function-versions.ts';
import { functionPath } from '../addresses.ts';
import type { FunctionProps } from '../detail/function-props.ts';
import { useDialog } from '../use-dialog.ts';
import { useAliases, useVersions } from '../use-versions.ts';
import { PublishDialog } from './publish-dialog.tsx';

const texts = functionVersions.versions;

/** What was published of a function. */
export function VersionsTab({ functionName, found }: FunctionProps): JSX.Element {
  const href = useHref();
  const versions = useVersions(functionName);
  const aliases = useAliases(functionName);
  const dialog = useDialog();
  const [selected, setSelected] = useState('');
  const chosen = versions.data?.filter(({ Version }) => Version === selected) ?? [];
  const remove = useAction('lambda', 'deleteFunction');
  const namesOf = (version: string | undefined): string =>
    (aliases.data ?? [])
      .filter(({ FunctionVersion }) => FunctionVersion === version)
      .map(({ Name }) => Name)
      .join(', ');
  const publish = <Button onClick={() => dialog.open('publish')}>{texts.publish}</Button>;
  return (
    <>
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={versions}
        searchParameter="version"
        id={({ Version = '' }) => Version}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={publish} />}
        selected={chosen}
        onSelect={([item]) => setSelected(item?.Version ?? '')}
        columns={[
          {
            id: 'version',
            header: texts.version,
            value: ({ Version }) => Number(Version),
            cell: ({ Version = '' }) => <Link href={href(functionPath(functionName, '', Version))}>{Version}</Link>,
            isRowHeader: true,
          },
          { id: 'description', header: texts.description, value: ({ Description }) => Description || undefined },
          { id: 'aliases', header: texts.aliases, value: ({ Version }) => namesOf(Version) || undefined },
          { id: 'runtime', header: texts.runtime, value: ({ Runtime }) => Runtime, isMinor: true },
          {
            id: 'modified',
            header: texts.modified,
            value: ({ LastModified = '' }) => Date.parse(LastModified),
            cell: ({ LastModified = '' }) => <Time date={new Date(LastModified)} />,
            minWidth: 180,
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
      {dialog.name === 'publish' && (
        <PublishDialog
          configuration={found.Configuration ?? {}}
          latest={versions.data?.[0]?.Version ?? ''}
          onClose={dialog.close}
        />
      )}
      {dialog.name === 'delete-version' && dialog.item !== '' && (
        <DeleteDialog
          texts={{ title: texts.delete, consequence: texts.consequence, done: texts.deleted }}
          name={dialog.item}
          action={remove}
          input={{ FunctionName: functionName, Qualifier: dialog.item }}
          onClose={dialog.close}
        />
      )}
    </>
  );
}
