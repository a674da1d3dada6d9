import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { pools } from '../../../texts/en/pools.ts';
import type { UserAction } from './use-user-action.ts';
import type { PoolUser } from './use-users.ts';

interface Props {
  readonly user: PoolUser | undefined;
  readonly isRunning: boolean;
  onAct(action: UserAction): void;
  onDialog(dialog: 'password' | 'delete'): void;
}

const texts = pools.users;

/** What administrators do with a user. */
export function UserActions({ user, isRunning, onAct, onDialog }: Props): JSX.Element {
  const isEnabled = user?.Enabled ?? false;
  const act = (id: string): void => (id === 'delete' ? onDialog('delete') : onAct(id as UserAction));
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <ButtonDropdown
        disabled={!user}
        loading={isRunning}
        items={[
          { id: 'adminConfirmSignUp', text: texts.user.confirm, disabled: user?.UserStatus !== 'UNCONFIRMED' },
          isEnabled
            ? { id: 'adminDisableUser', text: texts.user.disable }
            : { id: 'adminEnableUser', text: texts.user.enable },
          { id: 'adminUserGlobalSignOut', text: texts.user.signOut },
          { id: 'delete', text: texts.delete.button },
        ]}
        onItemClick={({ detail }) => act(detail.id)}
      >
        {texts.user.actions}
      </ButtonDropdown>
      <Button disabled={!user} onClick={() => onDialog('password')}>
        {texts.password.button}
      </Button>
    </SpaceBetween>
  );
}
