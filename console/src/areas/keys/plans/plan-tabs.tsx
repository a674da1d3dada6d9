import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TabsProps } from '@cloudscape-design/components/tabs';
import { Children, type ReactNode } from 'react';
import { usagePlans } from '../../../texts/en/usage-plans.ts';
import { PlanKeys } from './keys/plan-keys.tsx';
import { LiveLimits } from './limits/live-limits.tsx';
import { MethodThrottles } from './methods/method-throttles.tsx';
import { PlanDetails } from './plan-details.tsx';
import { PlanTags } from './plan-tags.tsx';
import { PlanStages } from './stages/plan-stages.tsx';
import { Usage } from './usage/usage.tsx';
import type { UsagePlan } from './use-plans.ts';

const texts = usagePlans.tabs;

export function planTabs(plan: UsagePlan): TabsProps.Tab[] {
  return [
    tab('details', <PlanDetails plan={plan} />, <PlanTags plan={plan} />),
    tab('stages', <PlanStages plan={plan} />, <MethodThrottles plan={plan} />),
    tab('keys', <PlanKeys plan={plan} />),
    tab('usage', <Usage plan={plan} />),
    tab('limits', <LiveLimits plan={plan} />),
  ];
}

function tab(id: Exclude<keyof typeof texts, 'label'>, ...parts: readonly ReactNode[]): TabsProps.Tab {
  return { id, label: texts[id], content: <SpaceBetween size="l">{Children.toArray(parts)}</SpaceBetween> };
}
