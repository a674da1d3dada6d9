import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormEvent, JSX, ReactNode } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { ErrorAlert } from './error-alert.tsx';

interface Props {
  readonly title: string;
  readonly description?: ReactNode;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
  readonly isChanged: boolean;
  /** Unless told otherwise, when anything is changed. */
  readonly canDiscard?: boolean;
  readonly isRunning: boolean;
  readonly error: Error | null;
  onSave(): void;
  onDiscard(): void;
  readonly children: ReactNode;
}

/** One group of settings, edited in place and saved together. */
export function EditForm(props: Props): JSX.Element {
  const { title, description, actions, isChanged, canDiscard = isChanged } = props;
  const { isRunning, error, onSave, onDiscard, children } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isChanged && !isRunning) onSave();
  };
  return (
    <form onSubmit={submit}>
      <Container
        header={
          <Header variant="h2" description={description} actions={actions}>
            {title}
          </Header>
        }
      >
        <Form
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button formAction="none" variant="link" disabled={!canDiscard || isRunning} onClick={onDiscard}>
                {texts.form.discard}
              </Button>
              <Button variant="primary" disabled={!isChanged} loading={isRunning}>
                {texts.form.save}
              </Button>
            </SpaceBetween>
          }
        >
          <SpaceBetween size="l">
            {children}
            {error && <ErrorAlert error={error} />}
          </SpaceBetween>
        </Form>
      </Container>
    </form>
  );
}
