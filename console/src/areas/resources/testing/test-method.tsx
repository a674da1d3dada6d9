import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import type { Output } from '../../../aws/index.ts';
import { useSteps } from '../../../data/index.ts';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { HeadersField } from '../../../parts/headers-field.tsx';
import { headersFrom } from '../../../parts/headers-from.ts';
import { MapEditor } from '../../../parts/map-editor.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useAws } from '../../../session/index.ts';
import { resources as texts } from '../../../texts/en/resources.ts';
import type { MethodPlace } from '../method/use-method.ts';
import { pathNames, pathWithQuery } from './test-request.ts';
import { TestResult } from './test-result.tsx';

const NO_BODY = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS']);

interface Props {
  readonly place: MethodPlace;
  readonly path: string;
}

/** Sends a request through the method as it is now, deployed or not (`TestInvokeMethod`). */
export function TestMethod({ place, path }: Props): JSX.Element {
  const aws = useAws();
  const [parameters, setParameters] = useState<Readonly<Record<string, string>>>({});
  const [query, setQuery] = useState('');
  const [headers, setHeaders] = useState('');
  const [body, setBody] = useState('');
  const [stageVariables, setStageVariables] = useState<Readonly<Record<string, string>>>({});
  const [sent, setSent] = useState('');
  // It changes nothing, so nothing is read again.
  const test = useSteps('sts', () =>
    aws.call('apigateway', 'testInvokeMethod', {
      ...place,
      pathWithQueryString: pathWithQuery(path, parameters, query),
      headers: headersFrom(headers),
      stageVariables,
      ...(body !== '' && { body }),
    }),
  );
  const [result, setResult] = useState<Output<'apigateway', 'testInvokeMethod'>>();
  const run = (): void => {
    setSent(pathWithQuery(path, parameters, query));
    setResult(undefined);
    test.run(undefined, setResult);
  };
  const clear = (): void => {
    setParameters({});
    setQuery('');
    setHeaders('');
    setBody('');
    setResult(undefined);
    test.reset();
  };
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header variant="h2" description={texts.test.description}>
            {texts.test.request}
          </Header>
        }
      >
        <SaveForm
          isRunning={test.isRunning}
          error={test.error}
          saveText={texts.test.send}
          cancelText={texts.test.clear}
          onSave={run}
          onCancel={clear}
        >
          {pathNames(path).map((name) => (
            <FormField key={name} label={texts.test.parameter(name)}>
              <Input
                value={parameters[name] ?? ''}
                onChange={({ detail }) => setParameters({ ...parameters, [name]: detail.value })}
                spellcheck={false}
              />
            </FormField>
          ))}
          <FormField label={texts.test.query} stretch>
            <Input
              value={query}
              onChange={({ detail }) => setQuery(detail.value)}
              placeholder="name=Ada&page=2"
              spellcheck={false}
            />
          </FormField>
          <HeadersField value={headers} onChange={setHeaders} />
          <ExpandableSection headerText={texts.test.stageVariables} variant="footer">
            <MapEditor
              value={stageVariables}
              onChange={setStageVariables}
              nameLabel={texts.test.name}
              valueLabel={texts.test.value}
              addText={texts.test.addVariable}
              emptyText={texts.test.noVariables}
              initial=""
            />
          </ExpandableSection>
          {!NO_BODY.has(place.httpMethod) && (
            <FormField label={texts.test.body} stretch>
              <CodeEditor value={body} onChange={setBody} language="json" label={texts.test.body} />
            </FormField>
          )}
        </SaveForm>
      </Container>
      {result && <TestResult path={sent} result={result} />}
    </SpaceBetween>
  );
}
