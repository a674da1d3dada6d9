import type { JSX } from 'react';
import { ResourceTags } from '../../../parts/tags/index.ts';
import { useRegion } from '../../../routing/index.ts';
import type { UsagePlan } from './use-plans.ts';

export function PlanTags({ plan }: { readonly plan: UsagePlan }): JSX.Element {
  const region = useRegion();
  return <ResourceTags service="apigateway" arn={`arn:aws:apigateway:${region}::/usageplans/${plan.id}`} />;
}
