import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useMemo, useState } from 'react';
import { Page } from '../../page/index.ts';
import { useApiTrail } from '../../parts/api-trail.ts';
import { CodeEditor } from '../../parts/code-editor/index.tsx';
import {
  PreviewOutput,
  previewProblems,
  RecordedRequestField,
  SAMPLE,
  type Sample,
  SampleFields,
  usePreview,
} from '../../parts/templates-editor/index.tsx';
import { usePageParams, useQueryParam } from '../../routing/index.ts';
import { playground as texts } from '../../texts/en/playground.ts';
import { ExpectedOutput } from './diff/expected-output.tsx';
import { EXAMPLES } from './starts/examples.ts';
import { StartField } from './starts/start-field.tsx';

const START: Sample = {
  ...SAMPLE,
  context: '{\n  "httpMethod": "POST",\n  "stage": "prod",\n  "identity": { "sourceIp": "192.0.2.1" }\n}',
  stageVariables: '{}',
};
/** Beside each other where there is room. */
const COLUMNS = [{ colspan: { default: 12, m: 6 } }, { colspan: { default: 12, m: 6 } }];

/** A mapping template, what it is tried with, what it makes of that, and what should come out. */
export default function PlaygroundPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const [start, setStart] = useQueryParam('start');
  const [request, setRequest] = useQueryParam('request');
  const [chosenSide, setSide] = useQueryParam('side');
  const side = chosenSide === 'response' ? 'response' : 'request';
  const [template, setTemplate] = useState(EXAMPLES.pick);
  const [sample, setSample] = useState(START);
  const preview = usePreview(template, sample, true);
  const problems = useMemo(() => previewProblems(preview.data), [preview.data]);
  return (
    <Page title={texts.title} description={texts.description} trail={trail}>
      <SpaceBetween size="l">
        <Grid gridDefinition={COLUMNS}>
          <Container header={<Header variant="h2">{texts.template}</Header>}>
            <SpaceBetween size="s">
              <StartField apiId={apiId} chosen={start} onChoose={setStart} onTemplate={setTemplate} />
              <CodeEditor
                value={template}
                language="vtl"
                label={texts.template}
                onChange={setTemplate}
                problems={problems}
                minLines={16}
              />
            </SpaceBetween>
          </Container>
          <Container header={<Header variant="h2">{texts.output}</Header>}>
            <SpaceBetween size="l">
              <PreviewOutput preview={preview} />
              <ExpectedOutput output={preview.data?.output} />
            </SpaceBetween>
          </Container>
        </Grid>
        <Container header={<Header variant="h2">{texts.input}</Header>}>
          <SpaceBetween size="s">
            <FormField label={texts.side} description={texts.sideHint}>
              <SegmentedControl
                label={texts.side}
                selectedId={side}
                onChange={({ detail }) => setSide(detail.selectedId === 'response' ? 'response' : '')}
                options={Object.entries(texts.sides).map(([id, text]) => ({ id, text }))}
              />
            </FormField>
            <RecordedRequestField
              apiId={apiId}
              side={side}
              chosen={request}
              onChoose={setRequest}
              sample={sample}
              onSample={setSample}
            />
            <SampleFields sample={sample} onChange={setSample} />
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </Page>
  );
}
