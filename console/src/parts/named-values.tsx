import Box from '@cloudscape-design/components/box';
import type { JSX, ReactNode } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { BreakingText } from './breaking-text.tsx';
import { WrappedTable } from './wrapped-table.tsx';

interface Props {
  readonly title: string;
  /** Said where there are none. */
  readonly empty: string;
  /** What the two are, where they have names of their own. */
  readonly nameHeader?: string;
  readonly valueHeader?: string;
  readonly values: readonly (readonly [name: string, value: ReactNode])[];
}

/** A small table of names and values. */
export function NamedValues(props: Props): JSX.Element {
  const { title, empty, values, nameHeader = texts.name, valueHeader = texts.value } = props;
  return (
    <div>
      <Box variant="h3" padding={{ bottom: 'xxs' }}>
        {title}
      </Box>
      {values.length === 0 ? (
        <Box color="text-body-secondary">{empty}</Box>
      ) : (
        <WrappedTable
          variant="embedded"
          items={values}
          trackBy={([name]) => name}
          ariaLabels={{ tableLabel: title }}
          columnDefinitions={[
            {
              id: 'name',
              header: nameHeader,
              cell: ([name]) => <BreakingText text={name} />,
              isRowHeader: true,
              width: '50%',
            },
            {
              id: 'value',
              header: valueHeader,
              cell: ([, value]) => (typeof value === 'string' ? <BreakingText text={value} /> : value),
            },
          ]}
        />
      )}
    </div>
  );
}
