import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import { useNotify } from '../../../../page/index.ts';
import { EditForm } from '../../../../parts/edit-form.tsx';
import { useDraft } from '../../../../parts/use-draft.ts';
import { httpStages } from '../../../../texts/en/http-stages.ts';
import type { StageProps } from '../stage-props.ts';
import { ALL, draftOf, settingFrom, settingOf } from './setting.ts';
import { useRouteSettings } from './use-route-settings.ts';

const texts = httpStages.routes;

/** The settings of all routes, or of one. */
export function SettingForm({ routeKey, ...props }: StageProps & { readonly routeKey: string }): JSX.Element {
  const draft = useDraft(draftOf(settingOf(props.stage, routeKey)));
  const update = useRouteSettings(props);
  const notify = useNotify();
  const save = (): void =>
    update.run({ routeKey, setting: settingFrom(draft.value) }, () => {
      notify({ type: 'success', content: texts.done });
      draft.reset();
    });
  return (
    <EditForm
      title={routeKey === ALL ? texts.editAll : texts.edit(routeKey)}
      isChanged={draft.isChanged}
      isRunning={update.isRunning}
      error={update.error}
      onSave={save}
      onDiscard={draft.reset}
    >
      <ColumnLayout columns={2}>
        <FormField label={texts.rate} description={texts.limitHint}>
          <Input
            type="number"
            inputMode="decimal"
            value={draft.value.rate}
            onChange={({ detail }) => draft.set({ rate: detail.value })}
          />
        </FormField>
        <FormField label={texts.burst} description={texts.limitHint}>
          <Input
            type="number"
            inputMode="numeric"
            value={draft.value.burst}
            onChange={({ detail }) => draft.set({ burst: detail.value })}
          />
        </FormField>
      </ColumnLayout>
      <Toggle
        checked={draft.value.isMeasured}
        onChange={({ detail }) => draft.set({ isMeasured: detail.checked })}
        description={texts.metricsHint}
      >
        {texts.metrics}
      </Toggle>
    </EditForm>
  );
}
