import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormEvent, JSX, ReactNode } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { ErrorAlert } from './error-alert.tsx';

interface Props {
  /** Of a container that is to stand around the fields and the buttons. */
  readonly header?: ReactNode;
  readonly isRunning: boolean;
  readonly error: Error | null;
  readonly canSave?: boolean;
  readonly canCancel?: boolean;
  /** Where it is not `Save`. */
  readonly saveText?: string;
  readonly cancelText?: string;
  onSave(): void;
  onCancel(): void;
  readonly children: ReactNode;
}

/** Fields above Cancel and Save; Enter saves; a failure is shown under the fields, which keep what was entered. */
export function SaveForm(props: Props): JSX.Element {
  const { header, isRunning, error, canSave = true, canCancel = true, onSave, onCancel, children } = props;
  const { saveText = texts.save, cancelText = texts.cancel } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // A form in a dialog stands, for React, within the form below it.
    event.stopPropagation();
    if (canSave && !isRunning) onSave();
  };
  const fields = (
    <Form
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button formAction="none" variant="link" disabled={!canCancel} onClick={onCancel}>
            {cancelText}
          </Button>
          <Button variant="primary" loading={isRunning} disabled={!canSave}>
            {saveText}
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {children}
        {error && <ErrorAlert error={error} />}
      </SpaceBetween>
    </Form>
  );
  return (
    <form onSubmit={submit}>{header === undefined ? fields : <Container header={header}>{fields}</Container>}</form>
  );
}
