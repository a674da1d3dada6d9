import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { JSX } from 'react';
import { isGone } from '../../../aws/index.ts';
import { Page } from '../../../page/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { trailOf, userPath } from '../addresses.ts';
import { RenameEntity } from '../entity/rename-entity.tsx';
import { SimulateButton } from '../entity/simulate-button.tsx';
import { AccessKeys } from '../keys/access-keys.tsx';
import { Boundary } from '../permissions/boundary.tsx';
import { PermissionsTab } from '../permissions/permissions-tab.tsx';
import { ConsolePassword } from './console-password.tsx';
import { DeleteUser } from './delete-user.tsx';
import { useUser } from './use-user.ts';
import { UserGroups } from './user-groups.tsx';
import { UserSummary } from './user-summary.tsx';
import { UserTags } from './user-tags.tsx';

const texts = iam.users;

/** One user: what he may do, how he signs in, where he belongs. */
export default function UserPage(): JSX.Element {
  const { userName } = usePageParams('userName');
  const navigate = useNavigate();
  const user = useUser(userName);
  const [tab] = useQueryParam('tab');
  const [dialog, setDialog] = useQueryParam('dialog');
  const entity = { kind: 'user', name: userName } as const;
  const close = (): void => setDialog('');
  return (
    <Page
      title={userName}
      trail={trailOf({ text: texts.title, path: '/iam/users' })}
      actions={
        !isGone(user.error) && (
          <SpaceBetween direction="horizontal" size="xs">
            <SimulateButton arn={user.data?.User?.Arn} />
            <Button onClick={() => setDialog('rename')}>{iam.rename.action}</Button>
            <Button onClick={() => setDialog('delete')}>{texts.delete.title}</Button>
          </SpaceBetween>
        )
      }
    >
      <QueryState query={user}>
        {({ User }) => (
          <SpaceBetween size="l">
            {User && <UserSummary user={User} />}
            <Tabs
              ariaLabel={texts.tabs.label}
              activeTabId={tab === '' ? 'permissions' : tab}
              // A search or a dialog on one tab means nothing on another.
              onChange={({ detail }) => navigate(`${userPath(userName)}?tab=${detail.activeTabId}`, { replace: true })}
              tabs={[
                {
                  id: 'permissions',
                  label: texts.tabs.permissions,
                  content: (
                    <SpaceBetween size="l">
                      <PermissionsTab entity={entity} />
                      <Boundary entity={entity} boundary={User?.PermissionsBoundary?.PermissionsBoundaryArn} />
                    </SpaceBetween>
                  ),
                },
                { id: 'groups', label: texts.tabs.groups, content: <UserGroups userName={userName} /> },
                {
                  id: 'security',
                  label: texts.tabs.security,
                  content: (
                    <SpaceBetween size="l">
                      <ConsolePassword userName={userName} />
                      <AccessKeys userName={userName} />
                    </SpaceBetween>
                  ),
                },
                { id: 'tags', label: texts.tabs.tags, content: <UserTags userName={userName} saved={User?.Tags} /> },
              ]}
            />
          </SpaceBetween>
        )}
      </QueryState>
      {dialog === 'rename' && user.data?.User && (
        <RenameEntity
          entity={entity}
          path={user.data.User.Path ?? '/'}
          onClose={close}
          onRenamed={(name) => navigate(userPath(name), { replace: true })}
        />
      )}
      {dialog === 'delete' && (
        <DeleteUser userName={userName} onClose={close} onDeleted={() => navigate('/iam/users', { replace: true })} />
      )}
    </Page>
  );
}
