import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, type JSX, type ReactNode, useState } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { ErrorAlert } from './error-alert.tsx';

interface Props {
  /** `Delete API`. */
  readonly title: string;
  /** What is typed to confirm. */
  readonly name: string;
  /** What will be gone, and for whom. */
  readonly consequence: ReactNode;
  readonly isRunning: boolean;
  readonly error: Error | null;
  onConfirm(): void;
  onDismiss(): void;
}

/** Asks for the name of what is deleted for good. Mounted while it is open. */
export function ConfirmDelete({
  title,
  name,
  consequence,
  isRunning,
  error,
  onConfirm,
  onDismiss,
}: Props): JSX.Element {
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed === name) onConfirm();
  };
  return (
    <Modal visible header={title} onDismiss={onDismiss} closeAriaLabel={texts.close}>
      <form onSubmit={submit}>
        <Form
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button formAction="none" variant="link" onClick={onDismiss}>
                {texts.cancel}
              </Button>
              <Button variant="primary" disabled={typed !== name} loading={isRunning}>
                {texts.confirmDelete.action}
              </Button>
            </SpaceBetween>
          }
        >
          <SpaceBetween size="m">
            <Alert type="warning">{consequence}</Alert>
            <FormField
              label={
                <>
                  {texts.confirmDelete.type} <Box variant="strong">{name}</Box>
                </>
              }
            >
              <Input
                value={typed}
                onChange={({ detail }) => setTyped(detail.value)}
                placeholder={name}
                autoFocus
                autoComplete={false}
              />
            </FormField>
            {error && <ErrorAlert error={error} />}
          </SpaceBetween>
        </Form>
      </form>
    </Modal>
  );
}
