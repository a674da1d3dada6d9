import type { JSX } from 'react';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { usagePlans as texts } from '../../../texts/en/usage-plans.ts';
import { draftOf, isComplete, planPatches } from './plan-draft.ts';
import { PlanFields } from './plan-fields.tsx';
import type { UsagePlan } from './use-plans.ts';
import { useUpdatePlan } from './use-update-plan.ts';
import { quotaText, rateText } from './words.ts';

interface Props {
  readonly plan: UsagePlan;
}

/** What a plan is called and keeps its keys to, changed in place. */
export function PlanDetails({ plan }: Props): JSX.Element {
  const { columns: labels } = texts;
  const { id = '', throttle, quota, description } = plan;
  return (
    <EditableBox title={texts.form.details} form={(close) => <DetailsForm plan={plan} close={close} />}>
      <KeyValues
        pairs={[
          [labels.id, <CopyText key="id" text={id} />],
          [labels.rate, rateText(throttle)],
          [labels.quota, quotaText(quota)],
          [labels.description, description],
        ]}
      />
    </EditableBox>
  );
}

function DetailsForm({ plan, close }: Props & { close(): void }): JSX.Element {
  const saved = draftOf(plan);
  const { value: draft, set } = useDraft(saved);
  const update = useUpdatePlan(plan);
  const patchOperations = planPatches(saved, draft);
  return (
    <SaveForm
      isRunning={update.isRunning}
      error={update.error}
      canSave={patchOperations.length > 0 && isComplete(draft)}
      onCancel={close}
      onSave={() => update.run(patchOperations, texts.form.saved, close)}
    >
      <PlanFields draft={draft} onChange={set} />
    </SaveForm>
  );
}
