import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { TextField } from '../../../parts/text-field.tsx';
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
        <TextField
          label={texts.name}
          constraint={texts.nameConstraint}
          value={draft.name}
          onChange={(name) => onChange({ name })}
          placeholder={texts.namePlaceholder}
          autoFocus
        />
        <TextField
          label={texts.descriptionField}
          value={draft.description}
          onChange={(description) => onChange({ description })}
        />
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
          <TextField
            label={texts.folder}
            constraint={texts.folderConstraint}
            value={draft.folder}
            onChange={(folder) => onChange({ folder })}
          />
        )}
        {source !== 'template' && (
          <TextField
            label={texts.handler}
            constraint={texts.handlerConstraint}
            value={draft.handler}
            onChange={(handler) => onChange({ handler })}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}
