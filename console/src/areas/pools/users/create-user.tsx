import Checkbox from '@cloudscape-design/components/checkbox';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useAws } from '../../../session/index.ts';
import { pools } from '../../../texts/en/pools.ts';
import type { UserPool } from '../pools/use-pools.ts';
import { NO_PASSWORD, PasswordFields } from './password-fields.tsx';

interface Props {
  readonly pool: UserPool;
  onClose(): void;
}

const texts = pools.users.create;

/** Makes a user with a password; nobody is sent a message. */
export function CreateUser({ pool, onClose }: Props): JSX.Element {
  const { Id: UserPoolId = '', UsernameAttributes = [] } = pool;
  const isNamedByEmail = UsernameAttributes.includes('email');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [isVerified, setVerified] = useState(true);
  const [password, setPassword] = useState(NO_PASSWORD);
  const aws = useAws();
  const notify = useNotify();
  const create = useSteps('cognito-idp', async () => {
    const { User } = await aws.call('cognito-idp', 'adminCreateUser', {
      UserPoolId,
      Username: name,
      // Checked by the pool's policy, so that nothing is made where it is not good enough.
      TemporaryPassword: password.password,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        ...(email !== '' ? [{ Name: 'email', Value: email }] : []),
        ...(email !== '' || isNamedByEmail ? [{ Name: 'email_verified', Value: String(isVerified) }] : []),
      ],
    });
    if (!password.isPermanent) return;
    const user = { UserPoolId, Username: User?.Username ?? name };
    await aws.call('cognito-idp', 'adminSetUserPassword', { ...user, Password: password.password, Permanent: true });
  });
  return (
    <Dialog
      title={texts.button}
      action={texts.button}
      isReady={name.trim() !== '' && password.password !== ''}
      isRunning={create.isRunning}
      error={create.error}
      onDismiss={onClose}
      onSubmit={() =>
        create.run(undefined, () => {
          notify({ type: 'success', content: texts.done(name) });
          onClose();
        })
      }
    >
      <TextField label={isNamedByEmail ? texts.emailAsName : texts.name} value={name} onChange={setName} autoFocus />
      {!isNamedByEmail && <TextField label={texts.email} value={email} onChange={setEmail} />}
      <Checkbox
        checked={isVerified}
        description={texts.verifiedHint}
        onChange={({ detail }) => setVerified(detail.checked)}
      >
        {texts.verified}
      </Checkbox>
      <PasswordFields draft={password} onChange={setPassword} />
    </Dialog>
  );
}
