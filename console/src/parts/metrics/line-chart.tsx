import Box from '@cloudscape-design/components/box';
import Chart from '@cloudscape-design/components/line-chart';
import type { JSX } from 'react';
import { timeFormat } from '../../preferences/index.ts';
import { monitor } from '../../texts/en/monitor.ts';
import type { Period } from '../period/index.ts';

const texts = monitor.chart;

export interface ChartLine {
  readonly title: string;
  readonly points: readonly { readonly atMs: number; readonly value: number }[];
  /** A colour of Cloudscape's, where the order's own does not fit. */
  readonly color?: string;
}

interface Props {
  readonly label: string;
  readonly lines: readonly ChartLine[];
  readonly period: Period;
  /** A line across, such as an alarm's threshold. */
  readonly threshold?: { readonly title: string; readonly value: number };
  readonly isLoading?: boolean;
  readonly unit?: 'ms';
  readonly height?: number;
}

const DAY_MS = 86_400_000;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;

/** Figures over time. */
export function LineChart({ label, lines, period, threshold, isLoading, unit, height = 200 }: Props): JSX.Element {
  const { startMs, endMs } = period;
  const format = timeFormat(endMs - startMs > DAY_MS ? DAY : TIME);
  const highest = Math.max(
    0,
    threshold?.value ?? 0,
    ...lines.flatMap(({ points }) => points.map(({ value }) => value)),
  );
  const lowest = Math.min(0, threshold?.value ?? 0, ...lines.flatMap(({ points }) => points.map(({ value }) => value)));
  const write = (value: number): string => (unit === 'ms' ? texts.milliseconds(value) : texts.number(value));
  const drawn = lines.filter(({ points }) => points.length > 0);
  return (
    <Chart
      ariaLabel={label}
      height={height}
      hideFilter
      xScaleType="time"
      xDomain={[new Date(startMs), new Date(endMs)]}
      yDomain={[lowest, highest === lowest ? 1 : highest * 1.1]}
      i18nStrings={{
        xTickFormatter: (at) => format.format(at),
        yTickFormatter: write,
        chartAriaRoleDescription: texts.role,
      }}
      xTitle={texts.time}
      yTitle={unit === 'ms' ? texts.unitMs : texts.count}
      statusType={isLoading ? 'loading' : 'finished'}
      loadingText={texts.loading}
      empty={
        <Box textAlign="center" color="text-body-secondary">
          <b>{texts.empty}</b>
          <div>{texts.emptyHint}</div>
        </Box>
      }
      series={[
        ...drawn.map(({ title, points, color }) => ({
          type: 'line' as const,
          title,
          data: visible(points, (endMs - startMs) / 100).map(({ atMs, value }) => ({ x: new Date(atMs), y: value })),
          valueFormatter: write,
          ...(color !== undefined && { color }),
        })),
        ...(threshold && drawn.length > 0
          ? [{ type: 'threshold' as const, title: threshold.title, y: threshold.value, valueFormatter: write }]
          : []),
      ]}
    />
  );
}

/** A line of one point cannot be seen: it is drawn as a dash. */
function visible(points: ChartLine['points'], dashMs: number): ChartLine['points'] {
  const [only, second] = points;
  return only === undefined || second !== undefined ? points : [only, { ...only, atMs: only.atMs + dashMs }];
}
