import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import type { ExplainedRequest } from '../../../../../../src/model/explained-request.ts';
import { useSteps } from '../../../../data/index.ts';
import { CodeEditor } from '../../../../parts/code-editor/index.tsx';
import { HeadersField } from '../../../../parts/headers-field.tsx';
import { SaveForm } from '../../../../parts/save-form.tsx';
import { useAws } from '../../../../session/index.ts';
import { httpStages } from '../../../../texts/en/http-stages.ts';
import { METHODS } from '../../route-key.ts';
import type { StageProps } from '../stage-props.ts';
import { orderOf, type TestRequest } from './test-order.ts';
import { TestResult } from './test-result.tsx';

const texts = httpStages.test;
const EMPTY: TestRequest = { method: 'GET', path: '/', headers: '', body: '' };
const OPTIONS = METHODS.filter((method) => method !== 'ANY').map((value) => ({ value, label: value }));
const NO_BODY = new Set(['GET', 'HEAD']);

/** Sends a request through the stage as it is deployed, and shows what became of it. */
export function StageTest({ apiId, stage }: StageProps): JSX.Element {
  const aws = useAws();
  const [request, setRequest] = useState(EMPTY);
  const [result, setResult] = useState<ExplainedRequest>();
  // It changes nothing, so nothing is read again.
  const test = useSteps('sts', (sent: TestRequest) =>
    aws.own<ExplainedRequest>('POST', '/_sallyport/explain', orderOf(apiId, stage.StageName ?? '', sent)),
  );
  const set = (changes: Partial<TestRequest>): void => setRequest({ ...request, ...changes });
  const clear = (): void => {
    setRequest(EMPTY);
    setResult(undefined);
    test.reset();
  };
  const send = (): void => {
    setResult(undefined);
    test.run(NO_BODY.has(request.method) ? { ...request, body: '' } : request, setResult);
  };
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description={texts.description}>
            {texts.request}
          </Header>
        }
      >
        <SaveForm
          isRunning={test.isRunning}
          error={test.error}
          saveText={texts.send}
          cancelText={texts.clear}
          onSave={send}
          onCancel={clear}
        >
          <FormField label={texts.method}>
            <Select
              options={OPTIONS}
              selectedOption={OPTIONS.find(({ value }) => value === request.method) ?? null}
              onChange={({ detail }) => set({ method: detail.selectedOption.value ?? 'GET' })}
            />
          </FormField>
          <FormField label={texts.path} constraintText={texts.pathHint} stretch>
            <Input
              value={request.path}
              onChange={({ detail }) => set({ path: detail.value })}
              autoComplete={false}
              spellcheck={false}
            />
          </FormField>
          <HeadersField value={request.headers} onChange={(headers) => set({ headers })} />
          {!NO_BODY.has(request.method) && (
            <FormField label={texts.body} stretch>
              <CodeEditor value={request.body} onChange={(body) => set({ body })} language="json" label={texts.body} />
            </FormField>
          )}
        </SaveForm>
      </Container>
      {result && <TestResult result={result} />}
    </SpaceBetween>
  );
}
