import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, type ReactNode, useState } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { Dialog } from './dialog.tsx';

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
export function ConfirmDelete(props: Props): JSX.Element {
  const { title, name, consequence, isRunning, error, onConfirm, onDismiss } = props;
  const [typed, setTyped] = useState('');
  return (
    <Dialog
      title={title}
      action={texts.confirmDelete.action}
      isReady={typed === name}
      isRunning={isRunning}
      error={error}
      onSubmit={onConfirm}
      onDismiss={onDismiss}
    >
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
    </Dialog>
  );
}
