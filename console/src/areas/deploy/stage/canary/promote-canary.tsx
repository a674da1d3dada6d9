import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import { type JSX, useState } from 'react';
import { Dialog } from '../../../../parts/dialog.tsx';
import { deploy } from '../../../../texts/en/deploy.ts';
import { Changes } from '../../diff/changes.tsx';
import type { StageProps } from '../stage-props.ts';
import { useUpdateStage } from '../use-update-stage.ts';
import { promotionPatches } from './canary-patches.ts';

const texts = deploy.canary;

/** Gives all requests what the canary serves, once that is confirmed. */
export function PromoteCanary({ onClose, ...props }: StageProps & { onClose(): void }): JSX.Element {
  const { stageName = '', deploymentId = '', canarySettings = {}, variables = {} } = props.stage;
  const [isLast, setLast] = useState(false);
  const update = useUpdateStage(props);
  return (
    <Dialog
      title={texts.promoteTitle(stageName)}
      action={texts.promote}
      size="large"
      isRunning={update.isRunning}
      error={update.error}
      onSubmit={() => update.run(promotionPatches(props.stage, isLast), texts.promoted, onClose)}
      onDismiss={onClose}
    >
      <div>
        {texts.promoteText}
        <ul>
          <li>{texts.promoteDeployment(canarySettings.deploymentId ?? '')}</li>
          {Object.entries(canarySettings.stageVariableOverrides ?? {}).map(([name, value]) => (
            <li key={name}>{texts.promoteVariable(name, variables[name], value)}</li>
          ))}
          {!isLast && <li>{texts.promoteZero}</li>}
        </ul>
      </div>
      <Changes apiId={props.apiId} from={deploymentId} to={canarySettings.deploymentId ?? deploymentId} />
      <Box>
        <Checkbox checked={isLast} onChange={({ detail }) => setLast(detail.checked)}>
          {texts.promoteDelete}
        </Checkbox>
      </Box>
    </Dialog>
  );
}
