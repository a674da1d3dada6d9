import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX, ReactNode } from 'react';
import { parts as texts } from '../texts/en/parts.ts';
import { BreakingText } from './breaking-text.tsx';

type Pair = readonly [label: string, value: ReactNode];

interface Props {
  readonly columns?: number;
  /** What may be long, as an ARN or a description: above the others, each as wide as there is room. */
  readonly long?: readonly Pair[];
  /** A value that is absent or empty is shown as a dash. */
  readonly pairs: readonly Pair[];
}

/** Properties of one thing. */
export function KeyValues({ columns = 3, long = [], pairs }: Props): JSX.Element {
  const others = <KeyValuePairs columns={columns} items={pairs.map(itemOf)} />;
  if (long.length === 0) return others;
  return (
    <SpaceBetween size="l">
      <KeyValuePairs columns={1} items={long.map(itemOf)} />
      {others}
    </SpaceBetween>
  );
}

function itemOf([label, value]: Pair): { readonly label: string; readonly value: ReactNode } {
  return { label, value: shown(value) };
}

function shown(value: ReactNode): ReactNode {
  if (value === undefined || value === '') return texts.none;
  return typeof value === 'string' ? <BreakingText text={value} /> : value;
}
