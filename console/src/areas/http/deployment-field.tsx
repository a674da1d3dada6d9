import type { JSX } from 'react';
import { ChoiceField } from '../../parts/choice-field.tsx';
import { timeFormat } from '../../preferences/index.ts';
import { httpStages } from '../../texts/en/http-stages.ts';
import { useDeployments } from './use-http-api.ts';

const texts = httpStages.deployment;
const STYLE = { dateStyle: 'medium', timeStyle: 'medium' } as const;

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
        description: [CreatedDate && timeFormat(STYLE).format(CreatedDate), Description].filter(Boolean).join(' · '),
      }))}
      selected={value}
      onSelect={onChange}
    />
  );
}
