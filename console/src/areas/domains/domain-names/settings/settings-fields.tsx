import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { domains } from '../../../../texts/en/domains.ts';
import { CertificateField } from './certificate-field.tsx';
import { type DomainDraft, isEnhanced, policiesOf } from './draft.ts';
import { MutualTlsFields } from './mutual-tls-fields.tsx';

const texts = domains.settings;

interface Props {
  readonly draft: DomainDraft;
  onChange(changes: Partial<DomainDraft>): void;
}

/** Certificate, TLS and routing of a domain name, for a new one and for one that is there. */
export function SettingsFields({ draft, onChange }: Props): JSX.Element {
  const policies = policiesOf(draft.type);
  return (
    <SpaceBetween size="l">
      <ColumnLayout columns={2}>
        <CertificateField
          isEdge={draft.type.startsWith('EDGE')}
          value={draft.certificateArn}
          onChange={(certificateArn) => onChange({ certificateArn })}
        />
        <ChoiceOf
          label={texts.routingMode}
          hint={texts.routingModeHint}
          names={texts.routingModes}
          value={draft.routingMode}
          onChange={(routingMode) => onChange({ routingMode })}
        />
        <ChoiceOf
          label={texts.securityPolicy}
          hint={texts.securityPolicyHint}
          names={Object.fromEntries(policies.map((policy) => [policy, policy]))}
          value={draft.securityPolicy}
          onChange={(securityPolicy) => onChange({ securityPolicy })}
        />
        {isEnhanced(draft.securityPolicy) && (
          <ChoiceOf
            label={texts.accessMode}
            hint={texts.accessModeHint}
            names={texts.accessModes}
            value={draft.endpointAccessMode}
            onChange={(endpointAccessMode) => onChange({ endpointAccessMode })}
          />
        )}
      </ColumnLayout>
      <MutualTlsFields draft={draft} onChange={onChange} />
    </SpaceBetween>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly hint: string;
  /** By value, what is shown. */
  readonly names: Readonly<Record<string, string>>;
  readonly value: string;
  onChange(value: string): void;
}

function ChoiceOf({ label, hint, names, value, onChange }: ChoiceProps): JSX.Element {
  return (
    <FormField label={label} description={hint}>
      <Select
        options={Object.entries(names).map(([each, name]) => ({ value: each, label: name }))}
        selectedOption={{ value, label: names[value] ?? value }}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
