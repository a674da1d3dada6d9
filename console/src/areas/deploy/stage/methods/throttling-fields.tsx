import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import type { Draft } from '../../../../parts/use-draft.ts';
import { stages } from '../../../../texts/en/stages.ts';
import { FieldGroup } from '../field-group.tsx';
import type { SettingDraft } from './draft-of-setting.ts';

const texts = stages.methods;

export function ThrottlingFields({ draft }: { readonly draft: Draft<SettingDraft> }): JSX.Element {
  const { isThrottled, rate, burst } = draft.value;
  return (
    <FieldGroup title={texts.throttle}>
      <Toggle checked={isThrottled} onChange={({ detail }) => draft.set({ isThrottled: detail.checked })}>
        {texts.throttleOn}
      </Toggle>
      {isThrottled && (
        <ColumnLayout columns={2}>
          <FormField label={texts.throttleRate}>
            <Input
              type="number"
              inputMode="decimal"
              value={rate}
              onChange={({ detail }) => draft.set({ rate: detail.value })}
            />
          </FormField>
          <FormField label={texts.throttleBurst}>
            <Input
              type="number"
              inputMode="numeric"
              value={burst}
              onChange={({ detail }) => draft.set({ burst: detail.value })}
            />
          </FormField>
        </ColumnLayout>
      )}
    </FieldGroup>
  );
}
