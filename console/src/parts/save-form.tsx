import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormEvent, JSX, ReactNode } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { ErrorAlert } from './error-alert.tsx';

interface Props {
  readonly isRunning: boolean;
  readonly error: Error | null;
  readonly canSave?: boolean;
  /** Where it is not `Save`. */
  readonly saveText?: string;
  readonly cancelText?: string;
  onSave(): void;
  onCancel(): void;
  readonly children: ReactNode;
}

/** Fields above Cancel and Save; Enter saves; a failure is shown under the fields, which keep what was entered. */
export function SaveForm(props: Props): JSX.Element {
  const {
    isRunning,
    error,
    canSave = true,
    saveText = texts.save,
    cancelText = texts.cancel,
    onSave,
    onCancel,
    children,
  } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // A form in a dialog stands, for React, within the form below it.
    event.stopPropagation();
    if (canSave) onSave();
  };
  return (
    <form onSubmit={submit}>
      <Form
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button formAction="none" variant="link" onClick={onCancel}>
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
    </form>
  );
}
