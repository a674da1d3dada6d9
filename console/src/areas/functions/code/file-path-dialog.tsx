import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { Dialog } from '../../../parts/dialog.tsx';
import { functions } from '../../../texts/en/functions.ts';
import { parts } from '../../../texts/en/parts.ts';
import { isPath } from './draft.ts';

const texts = functions.code;

interface Props {
  readonly title: string;
  readonly initial: string;
  isTaken(path: string): boolean;
  onDone(path: string): void;
  onClose(): void;
}

/** Asks for a file's path. */
export function FilePathDialog({ title, initial, isTaken, onDone, onClose }: Props): JSX.Element {
  const [path, setPath] = useState(initial);
  const problem = problemOf(path, initial, isTaken);
  return (
    <Dialog
      title={title}
      action={parts.save}
      isReady={path !== initial && problem === ''}
      isRunning={false}
      error={null}
      onSubmit={() => onDone(path)}
      onDismiss={onClose}
    >
      <FormField label={texts.path} constraintText={texts.pathConstraint} errorText={problem}>
        <Input value={path} onChange={({ detail }) => setPath(detail.value)} autoFocus spellcheck={false} />
      </FormField>
    </Dialog>
  );
}

function problemOf(path: string, initial: string, isTaken: (path: string) => boolean): string {
  if (path === initial) return '';
  if (!isPath(path)) return texts.pathInvalid;
  return isTaken(path) ? texts.pathTaken : '';
}
