import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useNavigate, usePageParams, useQueryParam } from '../../../routing/index.ts';
import { poolPath } from '../pools/use-pools.ts';
import { usePoolTrail } from '../trail.ts';
import { DeleteUser } from './delete-user.tsx';
import { SetPassword } from './set-password.tsx';
import { useUserAction } from './use-user-action.ts';
import { useUser } from './use-users.ts';
import { UserActions } from './user-actions.tsx';
import { UserAttributes } from './user-attributes.tsx';
import { UserDetails } from './user-details.tsx';
import { UserGroups } from './user-groups.tsx';

/** One user of a pool. */
export default function UserPage(): JSX.Element {
  const { poolId, username } = usePageParams('poolId', 'username');
  const navigate = useNavigate();
  const trail = usePoolTrail(poolId, 'users');
  const user = useUser(poolId, username);
  const action = useUserAction(poolId, username);
  const [dialog, setDialog] = useQueryParam('dialog');
  const close = (): void => setDialog('');
  return (
    <Page
      title={username}
      trail={trail}
      actions={<UserActions user={user.data} isRunning={action.isRunning} onAct={action.run} onDialog={setDialog} />}
    >
      <QueryState query={user}>
        {(data) => (
          <SpaceBetween size="l">
            {action.error && <ErrorAlert error={action.error} />}
            <UserDetails user={data} />
            <UserAttributes poolId={poolId} user={data} />
            <UserGroups poolId={poolId} username={username} />
          </SpaceBetween>
        )}
      </QueryState>
      {dialog === 'password' && <SetPassword poolId={poolId} username={username} onClose={close} />}
      {dialog === 'delete' && (
        <DeleteUser
          poolId={poolId}
          username={username}
          onClose={close}
          onDeleted={() => navigate(`${poolPath(poolId)}?tab=users`, { replace: true })}
        />
      )}
    </Page>
  );
}
