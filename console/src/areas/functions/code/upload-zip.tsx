import Alert from '@cloudscape-design/components/alert';
import { type JSX, useState } from 'react';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { functions } from '../../../texts/en/functions.ts';
import type { FunctionOutput } from '../use-functions.ts';
import { ZipField } from '../zip-field.tsx';
import { useCodeDraft } from './use-code-draft.ts';
import { useDeploy } from './use-deploy.ts';

const texts = functions.code;

interface Props {
  readonly found: FunctionOutput;
  onClose(): void;
}

/** Replaces all of a function's code by a zip file. */
export function UploadZip({ found, onClose }: Props): JSX.Element {
  const { FunctionName = '', RevisionId = '', CodeSha256 = '' } = found.Configuration ?? {};
  const [file, setFile] = useState<File>();
  const { discard } = useCodeDraft(FunctionName, CodeSha256);
  const deploy = useDeploy(FunctionName);
  const notify = useNotify();
  const upload = (): void => {
    if (!file) return;
    deploy.run({ code: file, revisionId: RevisionId }, () => {
      notify({ type: 'success', content: texts.deployed });
      discard();
      onClose();
    });
  };
  return (
    <Dialog
      title={texts.uploadTitle}
      action={texts.deploy}
      isReady={file !== undefined}
      isRunning={deploy.isRunning}
      error={deploy.error}
      onSubmit={upload}
      onDismiss={onClose}
    >
      <Alert type="warning">{texts.uploadConsequence}</Alert>
      <ZipField label={functions.create.zip} file={file} onChange={setFile} />
    </Dialog>
  );
}
