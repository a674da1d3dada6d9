import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { isGone } from '../../../aws/index.ts';
import { Page } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { Time } from '../../../parts/time.tsx';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { groupPath, trailOf } from '../addresses.ts';
import { RenameEntity } from '../entity/rename-entity.tsx';
import { SimulateButton } from '../entity/simulate-button.tsx';
import { PermissionsTab } from '../permissions/permissions-tab.tsx';
import { DeleteGroup } from './delete-group.tsx';
import { GroupUsers } from './group-users.tsx';
import { type GroupWithMembers, useGroup } from './use-group.ts';

const texts = iam.groups;

/** One group: who is in it, and what they may do. */
export default function GroupPage(): JSX.Element {
  const { groupName } = usePageParams('groupName');
  const navigate = useNavigate();
  const group = useGroup(groupName);
  const [tab] = useQueryParam('tab');
  const [dialog, setDialog] = useQueryParam('dialog');
  const entity = { kind: 'group', name: groupName } as const;
  const close = (): void => setDialog('');
  return (
    <Page
      title={groupName}
      trail={trailOf({ text: texts.title, path: '/iam/groups' })}
      actions={
        !isGone(group.error) && (
          <SpaceBetween direction="horizontal" size="xs">
            <SimulateButton arn={group.data?.group?.Arn} />
            <Button onClick={() => setDialog('rename')}>{iam.rename.action}</Button>
            <Button onClick={() => setDialog('delete')}>{texts.delete.title}</Button>
          </SpaceBetween>
        )
      }
    >
      <QueryState query={group}>
        {(data) => (
          <SpaceBetween size="l">
            <Summary group={data.group} />
            <Tabs
              ariaLabel={texts.tabs.label}
              activeTabId={tab === '' ? 'users' : tab}
              // A search or a dialog on one tab means nothing on another.
              onChange={({ detail }) =>
                navigate(`${groupPath(groupName)}?tab=${detail.activeTabId}`, { replace: true })
              }
              tabs={[
                { id: 'users', label: texts.tabs.users, content: <GroupUsers groupName={groupName} /> },
                { id: 'permissions', label: texts.tabs.permissions, content: <PermissionsTab entity={entity} /> },
              ]}
            />
          </SpaceBetween>
        )}
      </QueryState>
      {dialog === 'rename' && group.data && (
        <RenameEntity
          entity={entity}
          path={group.data.group?.Path ?? '/'}
          onClose={close}
          onRenamed={(name) => navigate(groupPath(name), { replace: true })}
        />
      )}
      {dialog === 'delete' && (
        <DeleteGroup
          groupName={groupName}
          onClose={close}
          onDeleted={() => navigate('/iam/groups', { replace: true })}
        />
      )}
    </Page>
  );
}

function Summary({ group }: { readonly group: GroupWithMembers['group'] }): JSX.Element {
  return (
    <Container header={<Header variant="h2">{iam.summary}</Header>}>
      <KeyValues
        long={[[iam.arn, <CopyText key="arn" text={group?.Arn ?? ''} />]]}
        pairs={[
          [texts.id, group?.GroupId],
          [iam.path, group?.Path],
          [iam.created, <Time key="created" date={group?.CreateDate} />],
        ]}
      />
    </Container>
  );
}
