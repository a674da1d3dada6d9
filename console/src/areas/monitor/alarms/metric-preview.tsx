import { type JSX, useState } from 'react';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { LineChart, type MetricQuery, useMetrics } from '../../../parts/metrics/index.ts';
import { periodAt } from '../../../parts/period/index.ts';
import { alarms } from '../../../texts/en/alarms.ts';

const texts = alarms.chart;

interface Props {
  readonly metric: Omit<MetricQuery, 'id'>;
  readonly threshold: number | undefined;
}

/** What a metric was in the last three hours, or sixty of its periods where that is longer, against a threshold. */
export function MetricPreview({ metric, threshold }: Props): JSX.Element {
  const [nowMs] = useState(Date.now);
  const hours = Math.ceil(Math.max(3, metric.step / 60));
  const period = periodAt({ type: 'relative', amount: hours, unit: 'hour' }, nowMs);
  const found = useMetrics([{ id: 'm', ...metric }], period);
  if (found.error) return <ErrorAlert error={found.error} />;
  return (
    <LineChart
      label={texts.title}
      period={period}
      isLoading={found.isPending}
      lines={[{ title: `${metric.metricName} (${metric.stat})`, points: found.data?.get('m') ?? [] }]}
      {...(threshold !== undefined && { threshold: { title: texts.threshold, value: threshold } })}
    />
  );
}
