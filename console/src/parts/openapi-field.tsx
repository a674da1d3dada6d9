import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { apis } from '../texts/en/apis.ts';
import { CodeEditor } from './code-editor/index.tsx';

const texts = apis.create.import;

interface Props {
  readonly value: string;
  onChange(definition: string): void;
}

/** An OpenAPI definition in JSON or YAML, pasted or from a file. */
export function OpenApiField({ value, onChange }: Props): JSX.Element {
  const [files, setFiles] = useState<readonly File[]>([]);
  const choose = async (chosen: readonly File[]): Promise<void> => {
    setFiles(chosen);
    const [file] = chosen;
    if (file) onChange(await file.text());
  };
  return (
    <SpaceBetween size="l">
      <FormField label={texts.file} description={texts.description}>
        <FileUpload
          value={[...files]}
          onChange={({ detail }) => choose(detail.value)}
          accept=".json,.yaml,.yml"
          showFileSize
          i18nStrings={texts.upload}
        />
      </FormField>
      <FormField label={texts.definition} stretch>
        <CodeEditor
          value={value}
          onChange={onChange}
          label={texts.definition}
          language={value.trimStart().startsWith('{') ? 'json' : 'yaml'}
          minLines={12}
        />
      </FormField>
    </SpaceBetween>
  );
}
