import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { functions } from '../../../texts/en/functions.ts';
import { RUNTIMES } from '../runtimes.ts';
import { ZipField } from '../zip-field.tsx';
import { type Source, withRuntime } from './draft.ts';
import type { DraftProps } from './draft-props.ts';
import { TemplateFields } from './template-fields.tsx';

const texts = functions.create;

/** Name, runtime and code. */
export function BasicsFields({ draft, source, onChange }: DraftProps & { readonly source: Source }): JSX.Element {
  const runtimes = RUNTIMES.map((value) => ({ value }));
  return (
    <Container header={<Header variant="h2">{texts.basics}</Header>}>
      <SpaceBetween size="l">
        <FormField label={texts.name} constraintText={texts.nameConstraint}>
          <Input
            value={draft.name}
            onChange={({ detail }) => onChange({ name: detail.value })}
            placeholder={texts.namePlaceholder}
            autoFocus
            autoComplete={false}
            spellcheck={false}
          />
        </FormField>
        <FormField label={texts.descriptionField}>
          <Input
            value={draft.description}
            onChange={({ detail }) => onChange({ description: detail.value })}
            autoComplete={false}
          />
        </FormField>
        <FormField label={texts.runtime} description={texts.runtimeDescription}>
          <Select
            selectedOption={{ value: draft.runtime }}
            onChange={({ detail }) => onChange(withRuntime(draft, detail.selectedOption.value ?? draft.runtime))}
            options={runtimes}
          />
        </FormField>
        {source === 'template' && <TemplateFields draft={draft} onChange={onChange} />}
        {source === 'zip' && <ZipField label={texts.zip} file={draft.zip} onChange={(zip) => onChange({ zip })} />}
        {source === 'folder' && (
          <FormField label={texts.folder} constraintText={texts.folderConstraint}>
            <Input
              value={draft.folder}
              onChange={({ detail }) => onChange({ folder: detail.value })}
              spellcheck={false}
            />
          </FormField>
        )}
        {source !== 'template' && (
          <FormField label={texts.handler} constraintText={texts.handlerConstraint}>
            <Input
              value={draft.handler}
              onChange={({ detail }) => onChange({ handler: detail.value })}
              spellcheck={false}
            />
          </FormField>
        )}
      </SpaceBetween>
    </Container>
  );
}
