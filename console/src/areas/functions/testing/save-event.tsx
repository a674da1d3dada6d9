import Alert from '@cloudscape-design/components/alert';
import { type JSX, useState } from 'react';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { functions } from '../../../texts/en/functions.ts';
import { parts } from '../../../texts/en/parts.ts';
import { savedId } from './event-field.tsx';
import type { useSavedEvents } from './use-saved-events.ts';

const texts = functions.test;

interface Props {
  readonly kept: ReturnType<typeof useSavedEvents>;
  readonly event: string;
  onSaved(chosen: string): void;
  onClose(): void;
}

/** Keeps the event in this browser under a name; the user is told what that means. */
export function SaveEvent({ kept, event, onSaved, onClose }: Props): JSX.Element {
  const [name, setName] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const notify = useNotify();
  const save = (): void => {
    try {
      kept.save(name.trim(), event);
    } catch (failure) {
      setError(new Error(`${texts.notSaved}: ${failure instanceof Error ? failure.message : String(failure)}`));
      return;
    }
    notify({ type: 'success', content: texts.saved(name.trim()) });
    onSaved(savedId(name.trim()));
    onClose();
  };
  return (
    <Dialog
      title={texts.saveTitle}
      action={parts.save}
      isReady={name.trim() !== ''}
      isRunning={false}
      error={error}
      onSubmit={save}
      onDismiss={onClose}
    >
      <Alert type="info">{texts.saveWarning}</Alert>
      <TextField label={texts.saveName} value={name} onChange={setName} autoFocus />
    </Dialog>
  );
}
