import { type JSX, useState } from 'react';
import { useCall } from '../../../../data/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { PickField } from '../../../../parts/pick-field.tsx';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import type { UsagePlan } from '../use-plans.ts';
import { useUpdatePlan } from '../use-update-plan.ts';
import { useRestApis } from './use-api-names.ts';

interface Props {
  readonly plan: UsagePlan;
  onClose(): void;
}

const texts = usagePlans.stages;

/** Lets the keys of a plan open a stage. */
export function AddStage({ plan, onClose }: Props): JSX.Element {
  const [restApiId, setApiId] = useState('');
  const [stage, setStage] = useState('');
  const update = useUpdatePlan(plan);
  const apis = useRestApis();
  const stages = useCall('apigateway', 'getStages', { restApiId }, { enabled: restApiId !== '' });
  const known = (plan.apiStages ?? []).filter(({ apiId }) => apiId === restApiId).map((each) => each.stage);
  const options = (stages.data?.item ?? [])
    .filter(({ stageName }) => !known.includes(stageName))
    .map(({ stageName: value = '', description }) => ({
      value,
      label: value,
      ...(description !== undefined && { description }),
    }));
  return (
    <Dialog
      title={texts.add}
      action={texts.add}
      isReady={stage !== ''}
      isRunning={update.isRunning}
      error={update.error}
      onDismiss={onClose}
      onSubmit={() =>
        update.run([{ op: 'add', path: '/apiStages', value: `${restApiId}:${stage}` }], texts.added(stage), onClose)
      }
    >
      <PickField
        label={texts.api}
        placeholder={texts.chooseApi}
        empty={texts.noApi}
        query={apis}
        options={(apis.data ?? []).map(({ id, name }) => ({ value: id, label: name, description: id }))}
        selected={restApiId}
        onSelect={(id) => {
          setApiId(id);
          setStage('');
        }}
      />
      <PickField
        label={texts.stage}
        placeholder={texts.chooseStage}
        empty={texts.noStage}
        query={stages}
        options={options}
        selected={stage}
        disabled={restApiId === ''}
        onSelect={setStage}
      />
    </Dialog>
  );
}
