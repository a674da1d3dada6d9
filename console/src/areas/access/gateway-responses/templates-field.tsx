import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { gatewayResponses } from '../../../texts/en/gateway-responses.ts';
import { parts } from '../../../texts/en/parts.ts';

const texts = gatewayResponses.form;

interface Props {
  /** Content type to template. */
  readonly value: Readonly<Record<string, string>>;
  onChange(value: Readonly<Record<string, string>>): void;
}

/** Bodies, one a content type; not as mapping templates are, since nothing but variables works in them (facts D48, D49). */
export function TemplatesField({ value, onChange }: Props): JSX.Element {
  const [added, setAdded] = useState('');
  const type = added.trim();
  const add = (): void => {
    setAdded('');
    onChange({ ...value, [type]: '' });
  };
  return (
    <FormField label={texts.templates} description={texts.templatesDescription} stretch>
      <SpaceBetween size="m">
        {Object.keys(value).length === 0 && <Box color="text-body-secondary">{texts.noTemplates}</Box>}
        {Object.entries(value).map(([contentType, template]) => (
          <div key={contentType}>
            <Box float="right">
              <Button
                formAction="none"
                variant="inline-link"
                ariaLabel={parts.removeOf(contentType)}
                onClick={() =>
                  onChange(Object.fromEntries(Object.entries(value).filter(([other]) => other !== contentType)))
                }
              >
                {parts.remove}
              </Button>
            </Box>
            <Box>{contentType}</Box>
            <CodeEditor
              value={template}
              language={contentType.includes('json') ? 'json' : 'text'}
              label={texts.template(contentType)}
              minLines={3}
              onChange={(text) => onChange({ ...value, [contentType]: text })}
            />
          </div>
        ))}
        <SpaceBetween direction="horizontal" size="xs">
          <Input
            value={added}
            onChange={({ detail }) => setAdded(detail.value)}
            ariaLabel={texts.newType}
            placeholder="application/xml"
            spellcheck={false}
          />
          <Button formAction="none" disabled={type === '' || Object.hasOwn(value, type)} onClick={add}>
            {texts.addTemplate}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
    </FormField>
  );
}
