import type { JSX } from 'react';
import { useAction } from '../../../data/index.ts';
import { DeleteDialog } from '../../../parts/delete-dialog.tsx';
import { deploy } from '../../../texts/en/deploy.ts';

interface Props {
  readonly apiId: string;
  readonly deploymentId: string;
  onClose(): void;
}

const texts = deploy.deployments;

/** Deletes a deployment that no stage serves. */
export function DeleteDeployment({ apiId, deploymentId, onClose }: Props): JSX.Element {
  const remove = useAction('apigateway', 'deleteDeployment');
  return (
    <DeleteDialog
      texts={{ title: texts.delete, consequence: texts.deleteConsequence, done: texts.deleted }}
      name={deploymentId}
      action={remove}
      input={{ restApiId: apiId, deploymentId }}
      onClose={onClose}
    />
  );
}
