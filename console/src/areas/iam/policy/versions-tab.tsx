import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { Time } from '../../../parts/time.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { policies } from '../../../texts/en/policies.ts';
import { policyText } from '../policy-text.ts';
import { ChangeVersion } from './change-version.tsx';
import { useVersion, useVersions, type Version } from './use-policy.ts';

const texts = policies.versions;

/** The versions of a policy: to read, to go back to, to delete. */
export function VersionsTab({ arn }: { readonly arn: string }): JSX.Element {
  const versions = useVersions(arn);
  const [chosen, setChosen] = useQueryParam('version');
  const [dialog, setDialog] = useQueryParam('dialog');
  const selected = versions.data?.find(({ VersionId }) => VersionId === chosen);
  const canChange = selected !== undefined && !selected.IsDefaultVersion;
  return (
    <SpaceBetween size="l">
      <PagedTable
        title={texts.title}
        description={texts.hint}
        query={versions}
        columns={COLUMNS}
        id={({ VersionId = '' }) => VersionId}
        empty=""
        selected={selected ? [selected] : []}
        onSelect={([version]) => setChosen(version?.VersionId ?? '')}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!canChange} onClick={() => setDialog('delete-version')}>
              {texts.delete.action}
            </Button>
            <Button disabled={!canChange} onClick={() => setDialog('default-version')}>
              {texts.default.action}
            </Button>
          </SpaceBetween>
        }
      />
      {selected && <VersionDocument arn={arn} versionId={chosen} />}
      {canChange && (dialog === 'delete-version' || dialog === 'default-version') && (
        <ChangeVersion
          arn={arn}
          versionId={chosen}
          change={dialog === 'delete-version' ? 'delete' : 'default'}
          onClose={() => setDialog('')}
        />
      )}
    </SpaceBetween>
  );
}

function VersionDocument({ arn, versionId }: { readonly arn: string; readonly versionId: string }): JSX.Element {
  const version = useVersion(arn, versionId);
  return (
    <Container header={<Header variant="h2">{texts.document(versionId)}</Header>}>
      <QueryState query={version}>
        {({ PolicyVersion }) => (
          <CodeEditor
            language="json"
            label={texts.document(versionId)}
            value={policyText(PolicyVersion?.Document)}
            maxLines={40}
          />
        )}
      </QueryState>
    </Container>
  );
}

const COLUMNS: readonly Column<Version>[] = [
  {
    id: 'version',
    header: texts.columns.version,
    value: ({ VersionId = '' }) => Number(VersionId.slice(1)),
    cell: ({ VersionId }) => VersionId,
    isRowHeader: true,
  },
  {
    id: 'default',
    header: texts.columns.default,
    value: ({ IsDefaultVersion }) => (IsDefaultVersion ? iam.yes : iam.no),
  },
  {
    id: 'created',
    header: iam.created,
    value: ({ CreateDate }) => CreateDate?.getTime(),
    cell: ({ CreateDate }) => <Time date={CreateDate} />,
  },
];
