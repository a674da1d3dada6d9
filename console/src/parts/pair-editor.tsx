import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Input from '@cloudscape-design/components/input';
import type { JSX } from 'react';

/** A name with its value. */
export interface Pair {
  readonly key: string;
  readonly value: string;
}

interface Props {
  readonly texts: {
    readonly key: string;
    readonly value: string;
    readonly add: string;
    readonly remove: string;
    readonly empty: string;
    readonly twice: string;
    keyOf(row: number): string;
    valueOf(key: string): string;
  };
  readonly pairs: readonly Pair[];
  /** What may be said about a key that is typed, such as the value that it overrides. */
  note?(key: string): string | undefined;
  onChange(pairs: readonly Pair[]): void;
}

/** Names with their values, a row each. */
export function PairEditor({ texts, pairs, note, onChange }: Props): JSX.Element {
  const change = (index: number, part: Partial<Pair>): void =>
    onChange(pairs.map((pair, at) => (at === index ? { ...pair, ...part } : pair)));
  return (
    <AttributeEditor<Pair>
      items={pairs}
      empty={texts.empty}
      addButtonText={texts.add}
      removeButtonText={texts.remove}
      removeButtonAriaLabel={({ key }) => `${texts.remove} ${key}`}
      onAddButtonClick={() => onChange([...pairs, { key: '', value: '' }])}
      onRemoveButtonClick={({ detail }) => onChange(pairs.filter((_, at) => at !== detail.itemIndex))}
      definition={[
        {
          label: texts.key,
          control: ({ key }, index) => (
            <Input
              ariaLabel={texts.keyOf(index + 1)}
              value={key}
              autoComplete={false}
              onChange={({ detail }) => change(index, { key: detail.value })}
            />
          ),
          errorText: ({ key }) => (isTwice(pairs, key) ? texts.twice : undefined),
        },
        {
          label: texts.value,
          control: ({ key, value }, index) => (
            <Input
              ariaLabel={texts.valueOf(key)}
              value={value}
              autoComplete={false}
              onChange={({ detail }) => change(index, { value: detail.value })}
            />
          ),
          ...(note && { constraintText: ({ key }: Pair) => note(key) }),
        },
      ]}
    />
  );
}

/** Whether pairs can be saved: each has a key of its own. */
export function areWhole(pairs: readonly Pair[]): boolean {
  return pairs.every(({ key }) => key !== '' && !isTwice(pairs, key));
}

function isTwice(pairs: readonly Pair[], key: string): boolean {
  return key !== '' && pairs.filter((pair) => pair.key === key).length > 1;
}

export function recordOf(pairs: readonly Pair[]): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
}

export function pairsOf(map: Readonly<Record<string, string>> = {}): readonly Pair[] {
  return Object.entries(map).map(([key, value]) => ({ key, value }));
}
