import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useCall } from '../../../../data/index.ts';
import { CodeEditor } from '../../../../parts/code-editor/index.tsx';
import { QueryState } from '../../../../parts/query-state.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { deploy } from '../../../../texts/en/deploy.ts';
import type { StageProps } from '../stage-props.ts';
import { download, fileName } from './download.ts';

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
  const choices = optionsOf(texts.extensionTypes);
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
          <FormField label={texts.type}>
            <SegmentedControl
              label={texts.type}
              selectedId={type}
              options={segments(texts.types)}
              onChange={({ detail }) => setType(detail.selectedId)}
            />
          </FormField>
          <FormField label={texts.format}>
            <SegmentedControl
              label={texts.format}
              selectedId={format}
              options={segments(texts.formats)}
              onChange={({ detail }) => setFormat(detail.selectedId)}
            />
          </FormField>
          <FormField label={texts.extensions} constraintText={texts.extensionsHint}>
            <Select
              options={choices}
              selectedOption={choices.find(({ value }) => value === extensions) ?? null}
              onChange={({ detail }) => setExtensions(detail.selectedOption.value ?? '')}
            />
          </FormField>
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

function optionsOf(choices: Readonly<Record<string, string>>): readonly { value: string; label: string }[] {
  return Object.entries(choices).map(([value, label]) => ({ value, label }));
}

function segments(choices: Readonly<Record<string, string>>): readonly { id: string; text: string }[] {
  return Object.entries(choices).map(([id, text]) => ({ id, text }));
}
