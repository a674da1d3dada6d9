import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { type JSX, useState } from 'react';
import { useAll } from '../../../data/index.ts';
import { parts } from '../../../texts/en/parts.ts';
import { resources as texts } from '../../../texts/en/resources.ts';

interface Props {
  readonly restApiId: string;
  readonly label: string;
  readonly emptyText: string;
  /** Content types with the names of models. */
  readonly value: Readonly<Record<string, string>>;
  onChange(value: Readonly<Record<string, string>>): void;
}

interface Entry {
  readonly contentType: string;
  readonly model: string;
}

/** Which model the body of each content type has. Entries that lack either are not in the map yet. */
export function ModelsField({ restApiId, label, emptyText, value, onChange }: Props): JSX.Element {
  const models = useAll('apigateway', 'getModels', { restApiId, limit: 500 }, (page) => page.items);
  const [entries, setEntries] = useState<readonly Entry[]>(() =>
    Object.entries(value).map(([contentType, model]) => ({ contentType, model })),
  );
  const options = (models.data ?? []).map(({ name = '', description = '' }) => ({ value: name, description }));
  const change = (changed: readonly Entry[]): void => {
    setEntries(changed);
    const whole = changed.filter(({ contentType, model }) => contentType.trim() !== '' && model !== '');
    onChange(Object.fromEntries(whole.map(({ contentType, model }) => [contentType.trim(), model])));
  };
  const set = (index: number, part: Partial<Entry>): void =>
    change(entries.map((entry, at) => (at === index ? { ...entry, ...part } : entry)));
  return (
    <FormField label={label} errorText={models.error?.message} stretch>
      <AttributeEditor
        items={entries}
        addButtonText={texts.methodRequest.addModel}
        removeButtonText={parts.remove}
        removeButtonAriaLabel={({ contentType }) => parts.removeOf(contentType)}
        empty={emptyText}
        onAddButtonClick={() => change([...entries, { contentType: 'application/json', model: '' }])}
        onRemoveButtonClick={({ detail }) => change(entries.filter((_, at) => at !== detail.itemIndex))}
        definition={[
          {
            label: texts.methodRequest.contentType,
            control: ({ contentType }, index) => (
              <Input
                value={contentType}
                onChange={({ detail }) => set(index, { contentType: detail.value })}
                spellcheck={false}
              />
            ),
          },
          {
            label: texts.methodRequest.model,
            control: ({ model }, index) => (
              <Select
                // What is set is shown even where the list may not be read.
                selectedOption={model === '' ? null : { value: model }}
                onChange={({ detail }) => set(index, { model: detail.selectedOption.value ?? '' })}
                options={options}
                placeholder={texts.choose}
                filteringType="auto"
                filteringAriaLabel={texts.methodRequest.model}
                virtualScroll
                statusType={models.isPending ? 'loading' : 'finished'}
                loadingText={parts.loading}
                empty={texts.nothingToChoose}
              />
            ),
          },
        ]}
      />
    </FormField>
  );
}
