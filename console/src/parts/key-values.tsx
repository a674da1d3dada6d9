import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { JSX, ReactNode } from 'react';
import { parts as texts } from '../texts/en/parts.ts';

interface Props {
  readonly columns?: number;
  /** A value that is absent or empty is shown as a dash. */
  readonly pairs: readonly (readonly [label: string, value: ReactNode])[];
}

/** Properties of one thing. */
export function KeyValues({ columns = 3, pairs }: Props): JSX.Element {
  return (
    <KeyValuePairs
      columns={columns}
      items={pairs.map(([label, value]) => ({
        label,
        value: value === undefined || value === '' ? texts.none : value,
      }))}
    />
  );
}
