import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { useAws } from '../../../session/index.ts';
import { pools } from '../../../texts/en/pools.ts';

const texts = pools.users.user;
/** What is told when it was done, by the operation that does it. */
const DONE = {
  adminConfirmSignUp: texts.confirmedNow,
  adminDisableUser: texts.disabledNow,
  adminEnableUser: texts.enabledNow,
  adminUserGlobalSignOut: texts.signedOut,
} as const;

export type UserAction = keyof typeof DONE;

/** Operations that need nothing but the user. */
export function useUserAction(UserPoolId: string, Username: string) {
  const aws = useAws();
  const notify = useNotify();
  const { run, isRunning, error } = useSteps('cognito-idp', (action: UserAction) =>
    aws.call('cognito-idp', action, { UserPoolId, Username }),
  );
  return {
    isRunning,
    error,
    run: (action: UserAction) => run(action, () => notify({ type: 'success', content: DONE[action] })),
  };
}
