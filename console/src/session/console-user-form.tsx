import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { AwsError } from '../aws/index.ts';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useRegion } from '../routing/index.ts';
import { session as texts } from '../texts/en/session.ts';
import { useSession } from './session.tsx';
import { identify, signInAsUser } from './sign-in.ts';

/** Signs in a user of IAM who has a password; one who must change it is asked for a new one. */
export function ConsoleUserForm(): JSX.Element {
  const region = useRegion();
  const { signIn } = useSession();
  const [fields, setFields] = useState({ account: '', user: '', password: '', newPassword: '' });
  const attempt = useMutation({
    mutationFn: async () => identify(await signInAsUser(fields), region),
    onSuccess: signIn,
  });
  const mustChange = isPasswordReset(attempt.error) || fields.newPassword !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    attempt.mutate();
  };
  const field = (name: keyof typeof fields, kind: 'text' | 'password', autoComplete: string): JSX.Element => (
    <FormField label={texts.fields[name]} {...(name === 'account' && { description: texts.whichAccount })} stretch>
      <Input
        type={kind}
        value={fields[name]}
        onChange={({ detail }) => setFields((before) => ({ ...before, [name]: detail.value }))}
        autoComplete={autoComplete}
        spellcheck={false}
      />
    </FormField>
  );
  const { account, user, password, newPassword } = fields;
  const isComplete = account !== '' && user !== '' && password !== '' && (!mustChange || newPassword !== '');
  return (
    <form onSubmit={submit}>
      <Form
        actions={
          <Button variant="primary" loading={attempt.isPending} disabled={!isComplete}>
            {texts.signIn}
          </Button>
        }
      >
        <SpaceBetween size="m">
          {field('account', 'text', 'organization')}
          {field('user', 'text', 'username')}
          {field('password', 'password', 'current-password')}
          {mustChange && field('newPassword', 'password', 'new-password')}
          {isPasswordReset(attempt.error) && <Alert header={texts.mustChange.title}>{texts.mustChange.text}</Alert>}
          {attempt.error && !isPasswordReset(attempt.error) && <ErrorAlert error={attempt.error} />}
        </SpaceBetween>
      </Form>
    </form>
  );
}

function isPasswordReset(error: Error | null): boolean {
  return error instanceof AwsError && error.name === 'PasswordResetRequiredException';
}
