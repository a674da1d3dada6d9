import type { JSX } from 'react';
import { Dialog } from '../../../../parts/dialog.tsx';
import { deploy } from '../../../../texts/en/deploy.ts';
import { Changes } from '../../diff/changes.tsx';
import type { StageProps } from '../stage-props.ts';
import { useUpdateStage } from '../use-update-stage.ts';

const texts = deploy.history;

interface Props extends StageProps {
  readonly deploymentId: string;
  onClose(): void;
}

/** Points a stage at another deployment, once what that changes was seen. */
export function ChangeDeployment({ deploymentId, onClose, ...props }: Props): JSX.Element {
  const { stageName = '', deploymentId: activeId = '' } = props.stage;
  const update = useUpdateStage(props);
  const patch = { op: 'replace', path: '/deploymentId', value: deploymentId } as const;
  return (
    <Dialog
      title={texts.changeTitle(stageName, deploymentId)}
      action={texts.change}
      size="large"
      isRunning={update.isRunning}
      error={update.error}
      onSubmit={() => update.run([patch], texts.changed(stageName, deploymentId), onClose)}
      onDismiss={onClose}
    >
      <div>{texts.changeText}</div>
      <Changes apiId={props.apiId} from={activeId} to={deploymentId} />
    </Dialog>
  );
}
