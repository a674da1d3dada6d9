import type { JSX } from 'react';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { http } from '../../texts/en/http.ts';
import { integrationName } from './integration-name.ts';
import { useIntegrations } from './use-http-api.ts';

const texts = http.route.integration;

interface Props {
  readonly apiId: string;
  /** Empty for none. */
  readonly value: string;
  onChange(integrationId: string): void;
}

/** One of an API's integrations, or none. */
export function IntegrationField({ apiId, value, onChange }: Props): JSX.Element {
  const integrations = useIntegrations(apiId);
  return (
    <ChoiceField
      label={texts.title}
      hint={texts.hint}
      none={texts.none}
      query={integrations}
      options={(integrations.data ?? []).map((integration) => ({
        value: integration.IntegrationId ?? '',
        label: integrationName(integration),
        description: integration.Description ?? integration.IntegrationId ?? '',
      }))}
      selected={value}
      onSelect={onChange}
    />
  );
}
