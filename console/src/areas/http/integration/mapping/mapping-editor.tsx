import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { http } from '../../../../texts/en/http.ts';
import { type Mapping, OPERATIONS } from './mapping.ts';

const texts = http.integration.mapping;
const OPTIONS = OPERATIONS.map((value) => ({ value, label: texts.operations[value] }));

interface Props {
  /** What the rows change: told to who cannot see where they stand. */
  readonly of: string;
  readonly mappings: readonly Mapping[];
  /** Which parameters there are. */
  readonly hint: string;
  readonly targetPlaceholder: string;
  readonly valuePlaceholder: string;
  onChange(mappings: readonly Mapping[]): void;
}

/** Changes of a request or a response, a row each. */
export function MappingEditor(props: Props): JSX.Element {
  const { of, mappings, hint, targetPlaceholder, valuePlaceholder, onChange } = props;
  const set = (index: number, part: Partial<Mapping>): void =>
    onChange(mappings.map((mapping, at) => (at === index ? { ...mapping, ...part } : mapping)));
  return (
    <AttributeEditor<Mapping>
      items={mappings}
      empty={texts.none}
      additionalInfo={hint}
      addButtonText={texts.add}
      removeButtonText={texts.remove}
      removeButtonAriaLabel={({ target }) => texts.removeOf(target)}
      onAddButtonClick={() => onChange([...mappings, { operation: 'overwrite', target: '', value: '' }])}
      onRemoveButtonClick={({ detail }) => onChange(mappings.filter((_, at) => at !== detail.itemIndex))}
      definition={[
        {
          label: texts.target,
          control: ({ target }, index) => (
            <Input
              ariaLabel={texts.targetOf(of, index + 1)}
              value={target}
              placeholder={targetPlaceholder}
              onChange={({ detail }) => set(index, { target: detail.value })}
              autoComplete={false}
              spellcheck={false}
            />
          ),
        },
        {
          label: texts.operation,
          control: ({ operation }, index) => (
            <Select
              ariaLabel={texts.operationOf(of, index + 1)}
              options={OPTIONS}
              selectedOption={OPTIONS.find(({ value }) => value === operation) ?? null}
              onChange={({ detail }) =>
                set(index, {
                  operation: OPERATIONS.find((known) => known === detail.selectedOption.value) ?? operation,
                })
              }
            />
          ),
        },
        {
          label: texts.value,
          control: ({ operation, value }, index) => (
            <Input
              ariaLabel={texts.valueOf(of, index + 1)}
              value={value}
              placeholder={operation === 'remove' ? '' : valuePlaceholder}
              disabled={operation === 'remove'}
              onChange={({ detail }) => set(index, { value: detail.value })}
              autoComplete={false}
              spellcheck={false}
            />
          ),
        },
      ]}
    />
  );
}
