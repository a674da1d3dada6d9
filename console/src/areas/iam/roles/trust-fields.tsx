import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useCall } from '../../../data/index.ts';
import { roles } from '../../../texts/en/roles.ts';
import type { Trust, TrustKind } from './trust-policies.ts';

const texts = roles.trust;
const KINDS = ['service', 'account', 'web', 'custom'] as const;
const SERVICES = Object.entries(texts.services).map(([value, label]) => ({ value, label, description: value }));

interface Props {
  readonly trust: Trust;
  onChange(changes: Partial<Trust>): void;
}

/** Who shall assume a role, by the kinds that AWS's console knows. */
export function TrustFields({ trust, onChange }: Props): JSX.Element {
  return (
    <SpaceBetween size="m">
      <FormField label={texts.kind}>
        <RadioGroup
          value={trust.kind}
          onChange={({ detail }) => onChange({ kind: detail.value as TrustKind })}
          items={KINDS.map((value) => ({ value, ...texts.kinds[value] }))}
        />
      </FormField>
      {trust.kind === 'service' && (
        <FormField label={texts.service}>
          <Select
            options={SERVICES}
            selectedOption={SERVICES.find(({ value }) => value === trust.service) ?? null}
            onChange={({ detail }) => onChange({ service: detail.selectedOption.value ?? '' })}
          />
        </FormField>
      )}
      {trust.kind === 'account' && (
        <SpaceBetween size="m">
          <FormField label={texts.account} constraintText={texts.accountHint}>
            <Input
              value={trust.account}
              inputMode="numeric"
              onChange={({ detail }) => onChange({ account: detail.value })}
              autoComplete={false}
            />
          </FormField>
          <FormField label={texts.externalId} description={texts.externalIdHint}>
            <Input
              value={trust.externalId}
              onChange={({ detail }) => onChange({ externalId: detail.value })}
              autoComplete={false}
            />
          </FormField>
        </SpaceBetween>
      )}
      {trust.kind === 'web' && <ProviderFields trust={trust} onChange={onChange} />}
    </SpaceBetween>
  );
}

function ProviderFields({ trust, onChange }: Props): JSX.Element {
  const providers = useCall('iam', 'listOpenIDConnectProviders', {});
  const options = (providers.data?.OpenIDConnectProviderList ?? []).map(({ Arn = '' }) => ({ value: Arn, label: Arn }));
  return (
    <SpaceBetween size="m">
      <FormField label={texts.provider} errorText={providers.error?.message}>
        <Select
          options={options}
          selectedOption={options.find(({ value }) => value === trust.provider) ?? null}
          onChange={({ detail }) => onChange({ provider: detail.selectedOption.value ?? '' })}
          placeholder={texts.chooseProvider}
          empty={texts.noProviders}
          statusType={providers.isPending ? 'loading' : 'finished'}
        />
      </FormField>
      <FormField label={texts.audience} description={texts.audienceHint}>
        <Input
          value={trust.audience}
          onChange={({ detail }) => onChange({ audience: detail.value })}
          autoComplete={false}
        />
      </FormField>
    </SpaceBetween>
  );
}
