import AttributeEditor from '@cloudscape-design/components/attribute-editor';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import type { JSX } from 'react';
import { authorizers } from '../../../../texts/en/authorizers.ts';
import { type IdentitySource, SOURCE_KINDS } from '../identity-sources.ts';

const texts = authorizers.form;
const OPTIONS = SOURCE_KINDS.map((value) => ({ value, label: texts.sourceKinds[value] }));

interface Props {
  readonly sources: readonly IdentitySource[];
  onChange(sources: readonly IdentitySource[]): void;
}

/** What a REQUEST authorizer knows callers by. */
export function IdentitySourcesField({ sources, onChange }: Props): JSX.Element {
  const change = (index: number, part: Partial<IdentitySource>): void =>
    onChange(sources.map((source, at) => (at === index ? { ...source, ...part } : source)));
  return (
    <FormField label={texts.sources} description={texts.sourcesDescription} stretch>
      <AttributeEditor
        items={sources}
        empty={texts.noSources}
        addButtonText={texts.addSource}
        removeButtonText={texts.removeSource}
        removeButtonAriaLabel={({ name }) => texts.removeSourceOf(name)}
        onAddButtonClick={() => onChange([...sources, { kind: 'header', name: '' }])}
        onRemoveButtonClick={({ detail }) => onChange(sources.filter((_, at) => at !== detail.itemIndex))}
        definition={[
          {
            label: texts.sourceKind,
            control: ({ kind }, index) => (
              <Select
                ariaLabel={texts.kindOf(index + 1)}
                selectedOption={OPTIONS.find(({ value }) => value === kind) ?? null}
                options={OPTIONS}
                onChange={({ detail }) =>
                  change(index, { kind: SOURCE_KINDS.find((each) => each === detail.selectedOption.value) ?? kind })
                }
              />
            ),
          },
          {
            label: texts.sourceName,
            control: ({ kind, name }, index) => (
              <Input
                ariaLabel={texts.nameOf(index + 1)}
                value={name}
                onChange={({ detail }) => change(index, { name: detail.value })}
                placeholder={texts.sourcePlaceholders[kind]}
                autoComplete={false}
                spellcheck={false}
              />
            ),
          },
        ]}
      />
    </FormField>
  );
}
