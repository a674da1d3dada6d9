import Modal from '@cloudscape-design/components/modal';
import type { JSX, ReactNode } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { SaveForm } from './save-form.tsx';

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

/** Asks for something, or whether something shall be done. Mounted while it is open; keep in the address that it is (`useQueryParam('dialog')`). */
export function Dialog(props: Props): JSX.Element {
  const { title, action, isReady = true, isRunning, error, size = 'medium', onSubmit, onDismiss, children } = props;
  return (
    <Modal visible header={title} size={size} onDismiss={onDismiss} closeAriaLabel={texts.close}>
      <SaveForm
        saveText={action}
        canSave={isReady}
        isRunning={isRunning}
        error={error}
        onSave={onSubmit}
        onCancel={onDismiss}
      >
        {children}
      </SaveForm>
    </Modal>
  );
}
