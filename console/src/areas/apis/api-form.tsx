import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormEvent, JSX, ReactNode } from 'react';
import { ErrorAlert } from '../../parts/error-alert.tsx';
import { useHref } from '../../routing/index.ts';
import { apis as texts } from '../../texts/en/apis.ts';

interface Props {
  readonly title: string;
  readonly submitText: string;
  readonly canSubmit: boolean;
  readonly isRunning: boolean;
  readonly error: Error | null;
  onSubmit(): void;
  readonly children: ReactNode;
}

/** The frame of each way to make an API. */
export function ApiForm({ title, submitText, canSubmit, isRunning, error, onSubmit, children }: Props): JSX.Element {
  const href = useHref();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit}>
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" href={href('/apis')}>
              {texts.create.cancel}
            </Button>
            <Button variant="primary" disabled={!canSubmit} loading={isRunning}>
              {submitText}
            </Button>
          </SpaceBetween>
        }
      >
        <SpaceBetween size="l">
          <Container header={<Header variant="h2">{title}</Header>}>
            <SpaceBetween size="l">{children}</SpaceBetween>
          </Container>
          {error && <ErrorAlert error={error} />}
        </SpaceBetween>
      </Form>
    </form>
  );
}
