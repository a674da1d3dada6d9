import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { documentation } from '../../../texts/en/documentation.ts';
import { parts } from '../../../texts/en/parts.ts';
import type { Version } from './use-versions.ts';

const texts = documentation.versions;

interface Props {
  readonly apiId: string;
  readonly version: Version;
  onClose(): void;
}

/** Changes the description of a version. */
export function EditVersion({ apiId, version, onClose }: Props): JSX.Element {
  const update = useAction('apigateway', 'updateDocumentationVersion');
  const notify = useNotify();
  const draft = useDraft({ description: version.description ?? '' });
  const { description } = draft.value;
  const patchOperations = [{ op: 'replace', path: '/description', value: description } as const];
  return (
    <Dialog
      title={texts.edit}
      action={parts.save}
      isReady={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSubmit={() =>
        update.run({ restApiId: apiId, documentationVersion: version.name, patchOperations }, () => {
          notify({ type: 'success', content: texts.saved(version.name) });
          onClose();
        })
      }
      onDismiss={onClose}
    >
      <FormField label={texts.columns.description}>
        <Input value={description} onChange={({ detail }) => draft.set({ description: detail.value })} autoFocus />
      </FormField>
    </Dialog>
  );
}
