import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { parts as texts } from '../../texts/en/parts.ts';
import type { Side } from './recorded.ts';
import { TemplateField } from './template-field.tsx';

export { PreviewOutput } from './preview-output.tsx';
export { previewProblems } from './preview-problems.ts';
export type { Side } from './recorded.ts';
export { RecordedRequestField } from './recorded-request-field.tsx';
export { SAMPLE, type Sample } from './sample.ts';
export { SampleFields } from './sample-fields.tsx';
export { usePreview } from './use-preview.ts';

interface Props {
  /** Content type to mapping template. */
  readonly value: Readonly<Record<string, string>>;
  onChange(value: Readonly<Record<string, string>>): void;
  /** The API whose recent requests can be tried. */
  readonly apiId: string;
  readonly side: Side;
}

/** Mapping templates, one a content type, each with a preview. */
export function TemplatesEditor({ value, onChange, apiId, side }: Props): JSX.Element {
  const [added, setAdded] = useState('application/json');
  const canAdd = added.trim() !== '' && !Object.hasOwn(value, added.trim());
  const without = (type: string): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(value).filter(([name]) => name !== type));
  return (
    <FormField label={texts.templates.title} description={texts.templates.description} stretch>
      <SpaceBetween size="m">
        {Object.entries(value).map(([type, template]) => (
          <TemplateField
            key={type}
            contentType={type}
            apiId={apiId}
            side={side}
            value={template}
            onChange={(text) => onChange({ ...value, [type]: text })}
            onRemove={() => onChange(without(type))}
          />
        ))}
        <SpaceBetween direction="horizontal" size="xs">
          <Input
            value={added}
            onChange={({ detail }) => setAdded(detail.value)}
            ariaLabel={texts.templates.contentType}
            spellcheck={false}
          />
          <Button formAction="none" disabled={!canAdd} onClick={() => onChange({ ...value, [added.trim()]: '' })}>
            {texts.templates.add}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </FormField>
  );
}
