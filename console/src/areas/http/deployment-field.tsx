import type { JSX } from 'react';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { httpStages } from '../../texts/en/http-stages.ts';
import { useDeployments } from './use-http-api.ts';

const texts = httpStages.deployment;
const format = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

interface Props {
  readonly apiId: string;
  /** Empty for none. */
  readonly value: string;
  onChange(deploymentId: string): void;
}

/** What a stage serves. */
export function DeploymentField({ apiId, value, onChange }: Props): JSX.Element {
  const deployments = useDeployments(apiId);
  return (
    <ChoiceField
      label={texts.label}
      hint={texts.hint}
      none={texts.none}
      query={deployments}
      options={(deployments.data ?? []).map(({ DeploymentId = '', CreatedDate, Description }) => ({
        value: DeploymentId,
        label: DeploymentId,
        description: [CreatedDate && format.format(CreatedDate), Description].filter(Boolean).join(' · '),
      }))}
      selected={value}
      onSelect={onChange}
    />
  );
}
