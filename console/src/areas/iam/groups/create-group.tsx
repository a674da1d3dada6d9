import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { iam } from '../../../texts/en/iam.ts';
import { groupPath } from '../addresses.ts';

const texts = iam.groups.create;

/** Makes a group, and leads to it. */
export function CreateGroup({ onClose }: { onClose(): void }): JSX.Element {
  const create = useAction('iam', 'createGroup');
  const navigate = useNavigate();
  const notify = useNotify();
  const [name, setName] = useState('');
  const [path, setPath] = useState('/');
  return (
    <Dialog
      title={texts.title}
      action={texts.title}
      isReady={name !== ''}
      isRunning={create.isRunning}
      error={create.error}
      onDismiss={onClose}
      onSubmit={() =>
        create.run({ GroupName: name, Path: path }, () => {
          notify({ type: 'success', content: texts.done(name) });
          navigate(groupPath(name));
        })
      }
    >
      <FormField label={texts.name} constraintText={iam.nameHint}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus autoComplete={false} />
      </FormField>
      <FormField label={iam.path} description={iam.rename.pathHint}>
        <Input value={path} onChange={({ detail }) => setPath(detail.value)} autoComplete={false} />
      </FormField>
    </Dialog>
  );
}
