import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, type JSX, useState } from 'react';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { pools } from '../../../texts/en/pools.ts';
import type { AppClient } from '../clients/use-clients.ts';
import { Tokens } from './tokens.tsx';
import { passwordWay, type SignInAnswer, useSignIn } from './use-sign-in.ts';

const texts = pools.signIn;

/** Name and password, then a new password if the old one was temporary, then tokens. */
export function SignInForm({ client }: { readonly client: AppClient }): JSX.Element {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [answer, setAnswer] = useState<SignInAnswer>();
  const signIn = useSignIn();
  if (passwordWay(client) === undefined) return <Alert type="info">{texts.cannot}</Alert>;
  const startOver = (): void => {
    setAnswer(undefined);
    signIn.reset();
  };
  if (answer?.AuthenticationResult) return <Tokens result={answer.AuthenticationResult} onForget={startOver} />;
  const isChallenge = answer?.ChallengeName === 'NEW_PASSWORD_REQUIRED';
  if (answer && !isChallenge) {
    return (
      <Alert type="info" action={<Button onClick={startOver}>{texts.startOver}</Button>}>
        {texts.otherChallenge(answer.ChallengeName ?? '')}
      </Alert>
    );
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (signIn.isRunning || username === '' || password === '') return;
    signIn.run({ client, username, password, ...(answer && { challenge: answer }) }, (next) => {
      setAnswer(next);
      setPassword('');
    });
  };
  return (
    <form onSubmit={submit}>
      <SpaceBetween size="l">
        {isChallenge && <Alert type="info">{texts.challenge}</Alert>}
        <TextField label={texts.name} value={username} onChange={setUsername} disabled={isChallenge} />
        <TextField
          key={isChallenge ? 'new' : 'known'}
          label={isChallenge ? texts.newPassword : texts.password}
          type="password"
          value={password}
          onChange={setPassword}
          autoFocus={isChallenge}
        />
        {signIn.error && <ErrorAlert error={signIn.error} />}
        <Button variant="primary" loading={signIn.isRunning} disabled={username === '' || password === ''}>
          {texts.button}
        </Button>
      </SpaceBetween>
    </form>
  );
}
