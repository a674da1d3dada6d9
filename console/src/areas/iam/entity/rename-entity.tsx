import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useAws } from '../../../session/index.ts';
import { iam } from '../../../texts/en/iam.ts';

const texts = iam.rename;

interface Props {
  readonly entity: { readonly kind: 'user' | 'group'; readonly name: string };
  readonly path: string;
  onClose(): void;
  onRenamed(name: string): void;
}

/** Gives a user or a group another name or path; what it may do stays, but policies that name its ARN do not follow. */
export function RenameEntity({ entity, path: before, onClose, onRenamed }: Props): JSX.Element {
  const aws = useAws();
  const notify = useNotify();
  const [newName, setName] = useState(entity.name);
  const [newPath, setPath] = useState(before);
  const rename = useSteps('iam', async (): Promise<unknown> => {
    const path = newPath !== before && { NewPath: newPath };
    const isRenamed = newName !== entity.name;
    if (entity.kind === 'user') {
      return aws.call('iam', 'updateUser', {
        UserName: entity.name,
        ...(isRenamed && { NewUserName: newName }),
        ...path,
      });
    }
    return aws.call('iam', 'updateGroup', {
      GroupName: entity.name,
      ...(isRenamed && { NewGroupName: newName }),
      ...path,
    });
  });
  return (
    <Dialog
      title={texts.title(entity.name)}
      action={texts.action}
      isReady={newName !== '' && (newName !== entity.name || newPath !== before)}
      isRunning={rename.isRunning}
      error={rename.error}
      onDismiss={onClose}
      onSubmit={() =>
        rename.run(undefined, () => {
          notify({ type: 'success', content: texts.done(newName) });
          onRenamed(newName);
        })
      }
    >
      <FormField label={texts.name} constraintText={iam.nameHint}>
        <Input value={newName} onChange={({ detail }) => setName(detail.value)} autoFocus autoComplete={false} />
      </FormField>
      <FormField label={iam.path} description={texts.pathHint}>
        <Input value={newPath} onChange={({ detail }) => setPath(detail.value)} autoComplete={false} />
      </FormField>
      <div>{texts.warning}</div>
    </Dialog>
  );
}
