import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { account } from '../../../texts/en/iam-account.ts';
import { PasswordPolicyForm } from './password-policy-form.tsx';
import { type PasswordPolicy, usePasswordPolicy } from './use-account.ts';

const texts = account.passwordPolicy;

/** What the passwords of users must be like. */
export function PasswordPolicyBox(): JSX.Element {
  const policy = usePasswordPolicy();
  const [dialog, setDialog] = useQueryParam('dialog');
  return (
    <>
      <QueryState query={policy}>
        {(saved) => (
          <EditableBox
            title={texts.title}
            description={saved === 'none' ? texts.standard : texts.own}
            form={(close) => <PasswordPolicyForm saved={saved} onClose={close} />}
          >
            <SpaceBetween size="s">
              <ul>
                {rulesOf(saved).map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
              {saved !== 'none' && <Button onClick={() => setDialog('standard-policy')}>{texts.reset.action}</Button>}
            </SpaceBetween>
          </EditableBox>
        )}
      </QueryState>
      {dialog === 'standard-policy' && <ResetPolicy onClose={() => setDialog('')} />}
    </>
  );
}

/** In words. The standard: IAM user guide, "Default password policy". */
function rulesOf(policy: PasswordPolicy | 'none'): readonly string[] {
  if (policy === 'none') return texts.standardRules;
  const { MinimumPasswordLength = 6, MaxPasswordAge = 0, PasswordReusePrevention = 0 } = policy;
  return [
    texts.length(MinimumPasswordLength),
    ...(policy.RequireUppercaseCharacters ? [texts.uppercase] : []),
    ...(policy.RequireLowercaseCharacters ? [texts.lowercase] : []),
    ...(policy.RequireNumbers ? [texts.numbers] : []),
    ...(policy.RequireSymbols ? [texts.symbols] : []),
    ...(policy.AllowUsersToChangePassword ? [texts.mayChange] : []),
    ...(MaxPasswordAge > 0 ? [texts.expires(MaxPasswordAge)] : []),
    ...(policy.HardExpiry ? [texts.hardExpiry] : []),
    ...(PasswordReusePrevention > 0 ? [texts.reuse(PasswordReusePrevention)] : []),
  ];
}

function ResetPolicy({ onClose }: { onClose(): void }): JSX.Element {
  const remove = useAction('iam', 'deleteAccountPasswordPolicy');
  const notify = useNotify();
  return (
    <Dialog
      title={texts.reset.title}
      action={texts.reset.action}
      isRunning={remove.isRunning}
      error={remove.error}
      onDismiss={onClose}
      onSubmit={() =>
        remove.run({}, () => {
          notify({ type: 'success', content: texts.reset.done });
          onClose();
        })
      }
    >
      {texts.reset.text}
    </Dialog>
  );
}
