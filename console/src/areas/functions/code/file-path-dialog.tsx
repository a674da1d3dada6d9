import { type JSX, useState } from 'react';
import { Dialog } from '../../../parts/dialog.tsx';
import { TextField } from '../../../parts/text-field.tsx';
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
      <TextField
        label={texts.path}
        constraint={texts.pathConstraint}
        error={problem}
        value={path}
        onChange={setPath}
        autoFocus
      />
    </Dialog>
  );
}

function problemOf(path: string, initial: string, isTaken: (path: string) => boolean): string {
  if (path === initial) return '';
  if (!isPath(path)) return texts.pathInvalid;
  return isTaken(path) ? texts.pathTaken : '';
}
