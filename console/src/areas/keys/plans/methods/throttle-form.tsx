import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { Dialog } from '../../../../parts/dialog.tsx';
import { PickField } from '../../../../parts/pick-field.tsx';
import { useDraft } from '../../../../parts/use-draft.ts';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import { listed } from '../listed.ts';
import { stageName } from '../stages/stage-name.ts';
import { ThrottleFields } from '../throttle-fields.tsx';
import { figure, throttlePatches } from '../typed-throttle.ts';
import type { UsagePlan } from '../use-plans.ts';
import { useUpdatePlan } from '../use-update-plan.ts';
import { methodText, type ThrottledMethod, throttlePath } from './throttled-method.ts';
import { useStageMethods } from './use-stage-methods.ts';

interface Props {
  readonly plan: UsagePlan;
  /** Absent for one that is new. */
  readonly saved?: ThrottledMethod;
  nameOf(apiId: string): string;
  onClose(): void;
}

const texts = usagePlans.methods;

/** Gives a method a throttle of its own, or another. */
export function ThrottleForm({ plan, saved, nameOf, onClose }: Props): JSX.Element {
  const { apiStages = [] } = plan;
  const [only, second] = apiStages;
  const [stage, setStage] = useState(saved?.stage ?? (only && !second ? stageName(only) : ''));
  const [method, setMethod] = useState(saved?.method ?? '');
  const before = { rate: figure(saved?.rate), burst: figure(saved?.burst) };
  const { value: limits, set } = useDraft(before);
  const methods = useStageMethods(saved ? '' : stage);
  const update = useUpdatePlan(plan);
  const patches = throttlePatches(throttlePath({ stage, method }), before, limits);
  return (
    <Dialog
      title={saved ? texts.editTitle(methodText(method)) : texts.add}
      action={saved ? texts.edit : texts.add}
      isReady={method !== '' && patches.length > 0 && (limits.rate !== '' || limits.burst !== '')}
      isRunning={update.isRunning}
      error={update.error}
      onDismiss={onClose}
      onSubmit={() => update.run(patches, texts.saved(methodText(method)), onClose)}
    >
      {!saved && (
        <SpaceBetween size="m">
          <PickField
            label={texts.stage}
            placeholder={texts.chooseStage}
            empty=""
            query={listed(apiStages)}
            options={apiStages.map((each) => ({
              value: stageName(each),
              label: `${nameOf(each.apiId ?? '')}: ${each.stage}`,
            }))}
            selected={stage}
            onSelect={(chosen) => {
              setStage(chosen);
              setMethod('');
            }}
          />
          <PickField
            label={texts.method}
            placeholder={texts.chooseMethod}
            empty={texts.noMethod}
            query={methods}
            options={(methods.data ?? []).map((value) => ({ value, label: methodText(value) }))}
            selected={method}
            disabled={stage === ''}
            onSelect={setMethod}
          />
        </SpaceBetween>
      )}
      <ThrottleFields {...limits} onChange={set} />
    </Dialog>
  );
}
