import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { deploy } from '../../../texts/en/deploy.ts';
import { parts } from '../../../texts/en/parts.ts';
import type { Deployment } from '../use-deployments.ts';

const texts = deploy.deployments;

interface Props {
  readonly apiId: string;
  readonly deployment: Deployment;
  onClose(): void;
}

/** Changes the description of a deployment, the one thing about it that can change. */
export function EditDeployment({ apiId, deployment, onClose }: Props): JSX.Element {
  const update = useAction('apigateway', 'updateDeployment');
  const notify = useNotify();
  const [description, setDescription] = useState(deployment.description ?? '');
  const patchOperations = [{ op: 'replace', path: '/description', value: description } as const];
  return (
    <Dialog
      title={texts.edit}
      action={parts.save}
      isRunning={update.isRunning}
      error={update.error}
      onSubmit={() =>
        update.run({ restApiId: apiId, deploymentId: deployment.id, patchOperations }, () => {
          notify({ type: 'success', content: texts.saved(deployment.id) });
          onClose();
        })
      }
      onDismiss={onClose}
    >
      <FormField label={texts.columns.description} stretch>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} autoFocus />
      </FormField>
    </Dialog>
  );
}
