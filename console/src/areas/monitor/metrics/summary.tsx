import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { KeyValues } from '../../../parts/key-values.tsx';
import { type Period, previousOf } from '../../../parts/period/index.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { monitor } from '../../../texts/en/monitor.ts';
import { aboutPercentiles, figure } from './columns.ts';
import { isMeasured, type Measure, type Subject } from './measures.ts';
import { useTotals } from './use-totals.ts';

const texts = monitor.metrics;
const SHOWN: readonly Measure[] = [
  'requests',
  'clientErrors',
  'serverErrors',
  'cacheHits',
  'latencyP50',
  'latencyP90',
  'latencyP99',
  'integrationP99',
];

interface Props {
  readonly subject: Subject;
  readonly period: Period;
  readonly isCompared: boolean;
}

/** The period in a few figures, and by how much they differ from those of the one before. */
export function Summary({ subject, period, isCompared }: Props): JSX.Element {
  const now = useTotals([subject], period);
  const before = useTotals(isCompared ? [subject] : [], previousOf(period));
  return (
    <Container
      header={
        <Header variant="h2" description={aboutPercentiles(period)}>
          {texts.summary}
        </Header>
      }
    >
      <QueryState query={now}>
        {([totals]) => (
          <KeyValues
            columns={4}
            pairs={SHOWN.filter((measure) => isMeasured(measure, subject.protocol)).map((measure) => [
              texts.measures[measure],
              <Figure key={measure} measure={measure} now={totals?.[measure]} before={before.data?.[0]?.[measure]} />,
            ])}
          />
        )}
      </QueryState>
    </Container>
  );
}

interface FigureProps {
  readonly measure: Measure;
  readonly now: number | undefined;
  readonly before: number | undefined;
}

function Figure({ measure, now, before }: FigureProps): JSX.Element {
  return (
    <SpaceBetween size="xxxs">
      <Box fontSize="heading-l" fontWeight="bold">
        {figure(measure, now)}
      </Box>
      {before !== undefined && (
        <Box color="text-body-secondary" fontSize="body-s">
          {now === undefined || before === 0
            ? texts.was(figure(measure, before))
            : texts.change((now - before) / before)}
        </Box>
      )}
    </SpaceBetween>
  );
}
