import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { JSX, ReactNode } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { BreakingText } from './breaking-text.tsx';

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
        value: shown(value),
      }))}
    />
  );
}

function shown(value: ReactNode): ReactNode {
  if (value === undefined || value === '') return texts.none;
  return typeof value === 'string' ? <BreakingText text={value} /> : value;
}
