import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { FormEvent, JSX, ReactNode } from 'react';
import { parts } from '../texts/en/parts.ts';
import { ErrorAlert } from './error-alert.tsx';

interface Props {
  readonly title: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly isReady?: boolean;
  readonly isRunning: boolean;
  readonly error: Error | null;
  readonly size?: 'medium' | 'large';
  onSubmit(): void;
  onDismiss(): void;
  readonly children: ReactNode;
}

/** Asks for something, or whether something shall be done. Mounted while it is open. */
export function Dialog(props: Props): JSX.Element {
  const { title, action, isReady = true, isRunning, error, size = 'medium', onSubmit, onDismiss, children } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady && !isRunning) onSubmit();
  };
  return (
    <Modal visible header={title} size={size} onDismiss={onDismiss} closeAriaLabel={parts.close}>
      <form onSubmit={submit}>
        <Form
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button formAction="none" variant="link" onClick={onDismiss}>
                {parts.cancel}
              </Button>
              <Button variant="primary" disabled={!isReady} loading={isRunning}>
                {action}
              </Button>
            </SpaceBetween>
          }
        >
          <SpaceBetween size="m">
            {children}
            {error && <ErrorAlert error={error} />}
          </SpaceBetween>
        </Form>
      </form>
    </Modal>
  );
}
