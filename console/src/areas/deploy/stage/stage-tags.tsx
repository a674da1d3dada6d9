import type { JSX } from 'react';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { useRegion } from '../../../routing/index.ts';
import type { StageProps } from './stage-props.ts';

/** A stage's tags. */
export function StageTags({ apiId, stage: { stageName = '' } }: StageProps): JSX.Element {
  const region = useRegion();
  return (
    <ResourceTags service="apigateway" arn={`arn:aws:apigateway:${region}::/restapis/${apiId}/stages/${stageName}`} />
  );
}
