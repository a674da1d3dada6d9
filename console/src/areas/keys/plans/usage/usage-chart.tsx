import BarChart from '@cloudscape-design/components/bar-chart';
import Box from '@cloudscape-design/components/box';
import type { JSX } from 'react';
import { usagePlans } from '../../../../texts/en/usage-plans.ts';
import type { KeyUsage } from './key-usage.ts';

const texts = usagePlans.usage;
const day = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });

interface Props {
  readonly days: KeyUsage['days'];
  readonly isLoading: boolean;
}

/** Requests of each day, as bars. */
export function UsageChart({ days, isLoading }: Props): JSX.Element {
  const highest = Math.max(1, ...days.map(({ used }) => used));
  return (
    <BarChart
      ariaLabel={texts.chart}
      height={220}
      hideFilter
      hideLegend
      xScaleType="categorical"
      xDomain={days.map(({ date }) => date)}
      yDomain={[0, highest * 1.1]}
      xTitle={texts.day}
      yTitle={texts.requests}
      i18nStrings={{
        xTickFormatter: (date) => day.format(new Date(date)),
        yTickFormatter: (value) => (Number.isInteger(value) ? value.toLocaleString('en') : ''),
      }}
      statusType={isLoading ? 'loading' : 'finished'}
      empty={<Box color="text-body-secondary">{texts.none}</Box>}
      series={
        days.length === 0
          ? []
          : [
              {
                type: 'bar',
                title: texts.requests,
                data: days.map(({ date, used }) => ({ x: date, y: used })),
                valueFormatter: (value) => value.toLocaleString('en'),
              },
            ]
      }
    />
  );
}
