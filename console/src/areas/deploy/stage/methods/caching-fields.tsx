import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import type { JSX } from 'react';
import type { Draft } from '../../../../parts/use-draft.ts';
import { stages } from '../../../../texts/en/stages.ts';
import { FieldGroup } from '../field-group.tsx';
import type { SettingDraft } from './draft-of-setting.ts';

const texts = stages.methods;

interface Props {
  readonly draft: Draft<SettingDraft>;
  /** Whether the stage has a cache to keep anything in. */
  readonly hasCache: boolean;
}

export function CachingFields({ draft, hasCache }: Props): JSX.Element {
  const { cachingEnabled, requireAuthorizationForCacheControl: isGuarded } = draft.value;
  const options = Object.entries(texts.strategies).map(([value, label]) => ({ value, label }));
  const strategy = draft.value.unauthorizedCacheControlHeaderStrategy;
  return (
    <FieldGroup title={texts.caching}>
      <Toggle
        checked={cachingEnabled}
        description={hasCache ? undefined : texts.cachingHint}
        onChange={({ detail }) => draft.set({ cachingEnabled: detail.checked })}
      >
        {texts.cachingOn}
      </Toggle>
      {cachingEnabled && (
        <SpaceBetween size="s">
          <FormField label={texts.ttlLabel}>
            <Input
              type="number"
              inputMode="numeric"
              value={draft.value.ttl}
              onChange={({ detail }) => draft.set({ ttl: detail.value })}
            />
          </FormField>
          <Toggle
            checked={draft.value.cacheDataEncrypted}
            onChange={({ detail }) => draft.set({ cacheDataEncrypted: detail.checked })}
          >
            {texts.encrypted}
          </Toggle>
          <Toggle
            checked={isGuarded}
            description={texts.authorizedHint}
            onChange={({ detail }) => draft.set({ requireAuthorizationForCacheControl: detail.checked })}
          >
            {texts.authorized}
          </Toggle>
          {isGuarded && (
            <FormField label={texts.strategy}>
              <Select
                options={options}
                selectedOption={options.find(({ value }) => value === strategy) ?? null}
                onChange={({ detail }) =>
                  draft.set({ unauthorizedCacheControlHeaderStrategy: detail.selectedOption.value ?? '' })
                }
              />
            </FormField>
          )}
        </SpaceBetween>
      )}
    </FieldGroup>
  );
}
