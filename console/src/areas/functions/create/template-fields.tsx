import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { functions } from '../../../texts/en/functions.ts';
import { languageNamed } from '../language.ts';
import { templateFile, templatesOf } from '../templates/index.ts';
import { textOf } from '../zip/code-file.ts';
import type { DraftProps } from './draft-props.ts';

const texts = functions.create;

/** Which template, and what its code is. */
export function TemplateFields({ draft, onChange }: DraftProps): JSX.Element {
  const { runtime, template } = draft;
  const names = templatesOf(runtime);
  const file = templateFile(runtime, template);
  if (!file) return <Alert type="info">{texts.noTemplates}</Alert>;
  return (
    <SpaceBetween size="l">
      <FormField label={texts.template} stretch>
        <RadioGroup
          ariaLabel={texts.template}
          value={template}
          onChange={({ detail }) => onChange({ template: names.find((name) => name === detail.value) ?? template })}
          items={names.map((value) => ({ value, ...texts.templates[value] }))}
        />
      </FormField>
      <FormField label={file.path} stretch>
        <CodeEditor
          value={textOf(file) ?? ''}
          language={languageNamed(file.path)}
          label={functions.code.editor(file.path)}
          maxLines={15}
        />
      </FormField>
    </SpaceBetween>
  );
}
