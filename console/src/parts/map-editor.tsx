import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Checkbox from '@cloudscape-design/components/checkbox';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { parts as texts } from '../texts/en/parts.ts';

interface Props<V extends string | boolean> {
  readonly value: Readonly<Record<string, V>>;
  onChange(value: Readonly<Record<string, V>>): void;
  readonly nameLabel: string;
  readonly valueLabel: string;
  readonly addText: string;
  readonly emptyText: string;
  /** The value of a new entry, which also tells the kind: text, or a box to check. */
  readonly initial: NoInfer<V>;
  readonly valuePlaceholder?: string;
}

interface Entry<V> {
  readonly name: string;
  readonly value: V;
}

/** A map of names to texts or to yes and no. Entries without a name are not in the map yet; of two with one name the last counts. */
export function MapEditor<V extends string | boolean>(props: Props<V>): JSX.Element {
  const { value, onChange, nameLabel, valueLabel, addText, emptyText, initial, valuePlaceholder } = props;
  const [entries, setEntries] = useState<readonly Entry<V>[]>(() =>
    Object.entries(value).map(([name, each]) => ({ name, value: each })),
  );
  const change = (changed: readonly Entry<V>[]): void => {
    setEntries(changed);
    onChange(
      Object.fromEntries(
        changed.filter(({ name }) => name.trim() !== '').map((each) => [each.name.trim(), each.value]),
      ),
    );
  };
  const set = (index: number, part: Partial<Entry<V>>): void =>
    change(entries.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
  return (
    <AttributeEditor
      items={entries}
      addButtonText={addText}
      removeButtonText={texts.remove}
      removeButtonAriaLabel={({ name }) => texts.removeOf(name)}
      empty={emptyText}
      onAddButtonClick={() => change([...entries, { name: '', value: initial }])}
      onRemoveButtonClick={({ detail }) => change(entries.filter((_, at) => at !== detail.itemIndex))}
      definition={[
        {
          label: nameLabel,
          control: ({ name }, index) => (
            <Input value={name} onChange={({ detail }) => set(index, { name: detail.value })} spellcheck={false} />
          ),
        },
        {
          label: valueLabel,
          control: ({ value: each }, index) =>
            typeof each === 'boolean' ? (
              <Checkbox
                checked={each}
                ariaLabel={valueLabel}
                onChange={({ detail }) => set(index, { value: detail.checked as V })}
              />
            ) : (
              <Input
                value={each}
                placeholder={valuePlaceholder ?? ''}
                onChange={({ detail }) => set(index, { value: detail.value as V })}
                spellcheck={false}
              />
            ),
        },
      ]}
    />
  );
}
