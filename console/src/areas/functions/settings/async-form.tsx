import ColumnLayout from '@cloudscape-design/components/column-layout';
import type { JSX } from 'react';
import type { Output } from '../../../aws/index.ts';
import { useAll, useSteps } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { EditForm } from '../../../parts/edit-form.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { TextField } from '../../../parts/text-field.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useAws } from '../../../session/index.ts';
import { functionSettings } from '../../../texts/en/function-settings.ts';
import { qualifierOf } from '../qualifier-of.ts';
import { LATEST } from '../use-versions.ts';

const texts = functionSettings.async;
/** What holds where nothing is set (API reference, `PutFunctionEventInvokeConfig`). */
const DEFAULTS = { age: '21600', retries: '2', success: '', failure: '' } as const;

type Config = NonNullable<Output<'lambda', 'listFunctionEventInvokeConfigs'>['FunctionEventInvokeConfigs']>[number];
type Settings = Readonly<Record<keyof typeof DEFAULTS, string>>;

/** How events are tried again, and where is told what became of them. */
export function AsyncSettings({ functionName }: { readonly functionName: string }): JSX.Element {
  const configs = useAll(
    'lambda',
    'listFunctionEventInvokeConfigs',
    { FunctionName: functionName },
    (page) => page.FunctionEventInvokeConfigs,
  );
  return (
    <QueryState query={configs}>
      {(all) => (
        <AsyncForm
          functionName={functionName}
          config={all.find(({ FunctionArn }) => ['', LATEST].includes(qualifierOf(FunctionArn)))}
        />
      )}
    </QueryState>
  );
}

function settingsOf(config: Config | undefined): Settings {
  const { MaximumEventAgeInSeconds: age, MaximumRetryAttempts: retries, DestinationConfig } = config ?? {};
  return {
    age: String(age ?? DEFAULTS.age),
    retries: String(retries ?? DEFAULTS.retries),
    success: DestinationConfig?.OnSuccess?.Destination ?? '',
    failure: DestinationConfig?.OnFailure?.Destination ?? '',
  };
}

/** What differs alone, so that the rest stays as somebody else may have set it; an emptied number is the default. */
function changesOf(saved: Settings, { age, retries, success, failure }: Settings) {
  const destinations = {
    ...(success.trim() && { OnSuccess: { Destination: success.trim() } }),
    ...(failure.trim() && { OnFailure: { Destination: failure.trim() } }),
  };
  return {
    ...(age !== saved.age && { MaximumEventAgeInSeconds: Number(age || DEFAULTS.age) }),
    ...(retries !== saved.retries && { MaximumRetryAttempts: Number(retries || DEFAULTS.retries) }),
    ...((success !== saved.success || failure !== saved.failure) && { DestinationConfig: destinations }),
  };
}

interface Props {
  readonly functionName: string;
  /** Undefined while nothing is set. */
  readonly config: Config | undefined;
}

function AsyncForm({ functionName, config }: Props): JSX.Element {
  const aws = useAws();
  const saved = settingsOf(config);
  const draft = useDraft(saved);
  const notify = useNotify();
  const save = useSteps('lambda', (settings: Settings) =>
    aws.call('lambda', config ? 'updateFunctionEventInvokeConfig' : 'putFunctionEventInvokeConfig', {
      FunctionName: functionName,
      ...changesOf(saved, settings),
    }),
  );
  const field = (name: keyof Settings, constraint: string, type: 'number' | 'text'): JSX.Element => (
    <TextField
      label={texts[name]}
      constraint={constraint}
      type={type}
      value={draft.value[name]}
      onChange={(value) => draft.set({ [name]: value })}
    />
  );
  return (
    <EditForm
      title={texts.title}
      description={texts.hint}
      isChanged={draft.isChanged}
      isRunning={save.isRunning}
      error={save.error}
      onSave={() =>
        save.run(draft.value, () => {
          notify({ type: 'success', content: functionSettings.saved });
          draft.reset();
        })
      }
      onDiscard={draft.reset}
    >
      <ColumnLayout columns={2}>
        {field('age', texts.ageConstraint, 'number')}
        {field('retries', texts.retriesConstraint, 'number')}
        {field('success', texts.destinationConstraint, 'text')}
        {field('failure', texts.destinationConstraint, 'text')}
      </ColumnLayout>
    </EditForm>
  );
}
