import Checkbox from '@cloudscape-design/components/checkbox';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import { type JSX, useState } from 'react';
import { useAction } from '../../data/index.ts';
import { CodeEditor } from '../../parts/code-editor/index.tsx';
import { apis as texts } from '../../texts/en/apis.ts';
import { ApiForm } from './api-form.tsx';
import { type EndpointType, EndpointTypeField } from './endpoint-type-field.tsx';
import { useCreated } from './use-created.tsx';

/** An API from an OpenAPI definition, in JSON or YAML, pasted or from a file. */
export function ImportApiForm(): JSX.Element {
  const [definition, setDefinition] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [endpoint, setEndpoint] = useState<EndpointType>('REGIONAL');
  const [failOnWarnings, setFailOnWarnings] = useState(false);
  const create = useAction('apigateway', 'importRestApi');
  const created = useCreated();
  const choose = async (chosen: readonly File[]): Promise<void> => {
    setFiles(chosen);
    const [file] = chosen;
    if (file) setDefinition(await file.text());
  };
  return (
    <ApiForm
      title={texts.create.import.title}
      submitText={texts.create.import.submit}
      canSubmit={definition.trim() !== ''}
      isRunning={create.isRunning}
      error={create.error}
      onSubmit={() =>
        create.run(
          {
            body: new TextEncoder().encode(definition),
            failOnWarnings,
            parameters: { endpointConfigurationTypes: endpoint },
          },
          created,
        )
      }
    >
      <FormField label={texts.create.import.file} description={texts.create.import.description}>
        <FileUpload
          value={[...files]}
          onChange={({ detail }) => choose(detail.value)}
          accept=".json,.yaml,.yml"
          showFileSize
          i18nStrings={texts.create.import.upload}
        />
      </FormField>
      <FormField label={texts.create.import.definition} stretch>
        <CodeEditor
          value={definition}
          onChange={setDefinition}
          label={texts.create.import.definition}
          language={definition.trimStart().startsWith('{') ? 'json' : 'yaml'}
          minLines={12}
        />
      </FormField>
      <Checkbox
        checked={failOnWarnings}
        onChange={({ detail }) => setFailOnWarnings(detail.checked)}
        description={texts.create.import.failOnWarningsDescription}
      >
        {texts.create.import.failOnWarnings}
      </Checkbox>
      <EndpointTypeField value={endpoint} onChange={setEndpoint} />
    </ApiForm>
  );
}
