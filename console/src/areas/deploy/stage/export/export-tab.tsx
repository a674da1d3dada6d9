import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useCall } from '../../../../data/index.ts';
import { CodeEditor } from '../../../../parts/code-editor/index.tsx';
import { download, fileName } from '../../../../parts/download.ts';
import { QueryState } from '../../../../parts/query-state.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { deploy } from '../../../../texts/en/deploy.ts';
import type { StageProps } from '../stage-props.ts';

const texts = deploy.export;

/** What the stage serves as an OpenAPI file: shown, and given. */
export function ExportTab({ apiId, stage: { stageName = '' } }: StageProps): JSX.Element {
  const [type, setType] = useChoice('spec', texts.types, 'oas30');
  const [format, setFormat] = useChoice('format', texts.formats, 'json');
  const [extensions, setExtensions] = useChoice('extensions', texts.extensionTypes, '');
  const document = useCall('apigateway', 'getExport', {
    restApiId: apiId,
    stageName,
    exportType: type,
    accepts: `application/${format}`,
    ...(extensions !== '' && { parameters: { extensions } }),
  });
  const { body, contentDisposition } = document.data ?? {};
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={texts.hint}
          actions={
            <Button
              variant="primary"
              iconName="download"
              disabled={!body}
              onClick={() => body && download(body, fileName(contentDisposition, `${type}.${format}`))}
            >
              {texts.download}
            </Button>
          }
        >
          {texts.title}
        </Header>
      }
    >
      <SpaceBetween size="l">
        <ColumnLayout columns={3}>
          <Choice label={texts.type} choices={texts.types} selected={type} onSelect={setType} />
          <Choice label={texts.format} choices={texts.formats} selected={format} onSelect={setFormat} />
          <Choice
            label={texts.extensions}
            hint={texts.extensionsHint}
            choices={texts.extensionTypes}
            selected={extensions}
            onSelect={setExtensions}
          />
        </ColumnLayout>
        <QueryState query={document}>
          {() => (
            <CodeEditor
              label={texts.document}
              language={format === 'yaml' ? 'yaml' : 'json'}
              value={new TextDecoder().decode(body)}
            />
          )}
        </QueryState>
      </SpaceBetween>
    </Container>
  );
}

/** A choice that links bring back. */
function useChoice(
  name: string,
  choices: Readonly<Record<string, string>>,
  otherwise: string,
): readonly [value: string, set: (value: string) => void] {
  const [value, set] = useQueryParam(name);
  return [Object.hasOwn(choices, value) && value !== '' ? value : otherwise, set];
}

interface ChoiceProps {
  readonly label: string;
  readonly hint?: string;
  /** By value, what is shown. */
  readonly choices: Readonly<Record<string, string>>;
  readonly selected: string;
  onSelect(value: string): void;
}

function Choice({ label, hint, choices, selected, onSelect }: ChoiceProps): JSX.Element {
  return (
    <FormField label={label} constraintText={hint}>
      <Select
        options={Object.entries(choices).map(([value, text]) => ({ value, label: text }))}
        selectedOption={{ value: selected, label: choices[selected] ?? selected }}
        onChange={({ detail }) => onSelect(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
