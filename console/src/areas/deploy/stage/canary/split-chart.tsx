import Box from '@cloudscape-design/components/box';
import LineChart from '@cloudscape-design/components/line-chart';
import type { JSX } from 'react';
import { timeFormat } from '../../../../preferences/index.ts';
import { deploy } from '../../../../texts/en/deploy.ts';
import { periodOf, type SplitFigures } from './use-split-metrics.ts';

const texts = deploy.split;
const MINUTE_MS = 60_000;
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

interface Props {
  readonly figures: SplitFigures;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

/** Requests of both releases over the period. */
export function SplitChart({ figures, from, until }: Props): JSX.Element {
  const step = periodOf((until - from) / MINUTE_MS) * 1000;
  const times = Array.from({ length: (until - from) / step }, (_, index) => from + index * step);
  const line = (title: string, series: ReadonlyMap<number, number>) => ({
    title,
    type: 'line' as const,
    // Nothing is counted where nobody called.
    data: times.map((time) => ({ x: new Date(time), y: series.get(time) ?? 0 })),
  });
  const series =
    figures.current.requests + figures.canary.requests === 0
      ? []
      : [line(texts.current, figures.current.series), line(texts.canary, figures.canary.series)];
  return (
    <LineChart
      series={series}
      xScaleType="time"
      xDomain={[new Date(from), new Date(until)]}
      yDomain={[0, Math.max(1, ...figures.current.series.values(), ...figures.canary.series.values())]}
      xTitle={texts.time}
      yTitle={texts.requests}
      height={200}
      hideFilter
      ariaLabel={texts.requests}
      i18nStrings={{ xTickFormatter: (time) => timeFormat(CLOCK).format(time), yTickFormatter: String }}
      empty={
        <Box textAlign="center" color="inherit">
          <b>{texts.empty}</b>
          <Box variant="p" color="inherit">
            {texts.emptyText}
          </Box>
        </Box>
      }
    />
  );
}
