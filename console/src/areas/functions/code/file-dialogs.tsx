import type { JSX } from 'react';
import { ConfirmDelete } from '../../../parts/confirm-delete.tsx';
import { useQueryParam } from '../../../routing/index.ts';
import { functions } from '../../../texts/en/functions.ts';
import { type CodeFile, fileOf } from '../zip/code-file.ts';
import { type CodeDraft, withFile, withoutFile } from './draft.ts';
import { FilePathDialog } from './file-path-dialog.tsx';

const texts = functions.code;

interface Props {
  readonly files: readonly CodeFile[];
  readonly base: readonly CodeFile[];
  /** The one that is shown. */
  readonly file: CodeFile | undefined;
  readonly draft: CodeDraft;
  onChange(draft: CodeDraft): void;
  onSelect(path: string): void;
}

/** A new file, another name, one file less: in the draft, until it is deployed. */
export function FileDialogs({ files, base, file, draft, onChange, onSelect }: Props): JSX.Element | null {
  const [dialog, setDialog] = useQueryParam('dialog');
  const close = (): void => setDialog('');
  const taken = (path: string): boolean => files.some((each) => each.path === path);
  if (dialog === 'new-file') {
    const add = (path: string): void => {
      onChange(withFile(draft, base, fileOf(path, '')));
      close();
      onSelect(path);
    };
    return <FilePathDialog title={texts.newFile} initial="" isTaken={taken} onDone={add} onClose={close} />;
  }
  if (file && dialog === 'rename-file') {
    const rename = (path: string): void => {
      onChange(withFile(withoutFile(draft, base, file.path), base, { ...file, path }));
      close();
      onSelect(path);
    };
    return <FilePathDialog title={texts.rename} initial={file.path} isTaken={taken} onDone={rename} onClose={close} />;
  }
  if (file && dialog === 'delete-file') {
    return (
      <ConfirmDelete
        title={texts.remove}
        name={file.path}
        consequence={texts.removeConsequence}
        isRunning={false}
        error={null}
        onDismiss={close}
        onConfirm={() => {
          onChange(withoutFile(draft, base, file.path));
          close();
          onSelect('');
        }}
      />
    );
  }
  return null;
}
