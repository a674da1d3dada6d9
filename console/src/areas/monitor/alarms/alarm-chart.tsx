import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { alarms as texts } from '../../../texts/en/alarms.ts';
import { MetricPreview } from './metric-preview.tsx';
import type { MetricAlarm } from './use-alarms.ts';

/** The metric of an alarm with its threshold. */
export function AlarmChart({ alarm }: { readonly alarm: MetricAlarm }): JSX.Element {
  const {
    Namespace = '',
    MetricName = '',
    Dimensions = [],
    Statistic,
    ExtendedStatistic,
    Period = 60,
    Threshold,
  } = alarm;
  return (
    <Container header={<Header variant="h2">{texts.chart.title}</Header>}>
      <MetricPreview
        metric={{
          namespace: Namespace,
          metricName: MetricName,
          dimensions: Object.fromEntries(Dimensions.map(({ Name = '', Value = '' }) => [Name, Value])),
          stat: Statistic ?? ExtendedStatistic ?? 'Average',
          step: Period,
        }}
        threshold={Threshold}
      />
    </Container>
  );
}
