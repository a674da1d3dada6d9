import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import type { Period } from '../../../parts/period/index.ts';
import type { MonitoredApi } from '../use-monitored-apis.ts';
import { subjectOf } from './measures.ts';
import { MethodTotals } from './method-totals.tsx';
import { MetricCharts } from './metric-charts.tsx';
import { Summary } from './summary.tsx';

interface Props {
  readonly api: MonitoredApi;
  /** Empty for all of them together. */
  readonly stage: string;
  readonly period: Period;
  readonly isCompared: boolean;
}

/** One API, or one of its stages: figures, charts, methods. */
export function ApiMetrics({ api, stage, period, isCompared }: Props): JSX.Element {
  const subject = subjectOf(api, stage);
  return (
    <SpaceBetween size="l">
      <Summary subject={subject} period={period} isCompared={isCompared} />
      <MetricCharts subject={subject} period={period} isCompared={isCompared} />
      <MethodTotals api={api} stage={stage} period={period} />
    </SpaceBetween>
  );
}
