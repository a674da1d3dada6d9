import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { ErrorAlert } from '../parts/error-alert.tsx';
import { useRegion } from '../routing/index.ts';
import { session as texts } from '../texts/en/session.ts';
import { useSession } from './session.tsx';
import { identify } from './sign-in.ts';

/** Signs in with an access key, as the AWS CLI has it. */
export function AccessKeyForm(): JSX.Element {
  const region = useRegion();
  const { signIn } = useSession();
  const [accessKeyId, setAccessKeyId] = useState('');
  const [secretAccessKey, setSecretAccessKey] = useState('');
  const [sessionToken, setSessionToken] = useState('');
  const attempt = useMutation({
    mutationFn: () => {
      const token = sessionToken.trim();
      const key = { accessKeyId: accessKeyId.trim(), secretAccessKey: secretAccessKey.trim() };
      return identify(token === '' ? key : { ...key, sessionToken: token }, region);
    },
    onSuccess: signIn,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    attempt.mutate();
  };
  const isComplete = accessKeyId.trim() !== '' && secretAccessKey.trim() !== '';
  return (
    <form onSubmit={submit}>
      <Form
        actions={
          <Button variant="primary" formAction="submit" loading={attempt.isPending} disabled={!isComplete}>
            {texts.signIn}
          </Button>
        }
      >
        <SpaceBetween size="m">
          <FormField label={texts.accessKeyId} description={texts.whereKeysAre} stretch>
            <Input
              value={accessKeyId}
              onChange={({ detail }) => setAccessKeyId(detail.value)}
              autoFocus
              spellcheck={false}
              autoComplete="username"
            />
          </FormField>
          <FormField label={texts.secretAccessKey} stretch>
            <Input
              type="password"
              value={secretAccessKey}
              onChange={({ detail }) => setSecretAccessKey(detail.value)}
              autoComplete="current-password"
            />
          </FormField>
          <ExpandableSection headerText={texts.temporary} variant="footer">
            <FormField label={texts.sessionToken} stretch>
              <Input
                type="password"
                value={sessionToken}
                onChange={({ detail }) => setSessionToken(detail.value)}
                autoComplete="off"
              />
            </FormField>
          </ExpandableSection>
          {attempt.error && <ErrorAlert error={attempt.error} />}
        </SpaceBetween>
      </Form>
    </form>
  );
}
