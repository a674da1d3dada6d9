import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import type { Output } from '../../../../aws/index.ts';
import { useSteps } from '../../../../data/index.ts';
import { headersFrom } from '../../../../parts/headers-from.ts';
import { SaveForm } from '../../../../parts/save-form.tsx';
import { useAws } from '../../../../session/index.ts';
import { authorizers } from '../../../../texts/en/authorizers.ts';
import { tokenHeaderOf } from '../identity-sources.ts';
import type { Authorizer } from '../use-authorizers.ts';
import { EMPTY_REQUEST, RequestFields } from './request-fields.tsx';
import { TestResult } from './test-result.tsx';

const texts = authorizers.test;

interface Props {
  readonly apiId: string;
  readonly authorizer: Authorizer;
}

/** Asks the authorizer about a request that is made up here (`TestInvokeAuthorizer`). */
export function TestAuthorizer({ apiId, authorizer }: Props): JSX.Element {
  const aws = useAws();
  const { id: authorizerId = '', type, identitySource } = authorizer;
  const [request, setRequest] = useState(EMPTY_REQUEST);
  // Fields that were cleared are made anew: an editor of rows keeps them by itself.
  const [clearings, setClearings] = useState(0);
  const [result, setResult] = useState<Output<'apigateway', 'testInvokeAuthorizer'>>();
  const isRequest = type === 'REQUEST';
  const header = tokenHeaderOf(identitySource);
  // It changes nothing, so nothing is read again.
  const test = useSteps('sts', () =>
    aws.call('apigateway', 'testInvokeAuthorizer', {
      restApiId: apiId,
      authorizerId,
      headers: isRequest ? headersFrom(request.headers) : tokenIn(header, request.token),
      stageVariables: request.stageVariables,
      ...(isRequest && { pathWithQueryString: request.path }),
    }),
  );
  const clear = (): void => {
    setRequest(EMPTY_REQUEST);
    setClearings(clearings + 1);
    setResult(undefined);
    test.reset();
  };
  return (
    <SpaceBetween size="l">
      <SaveForm
        header={
          <Header variant="h2" description={texts.description}>
            {texts.title}
          </Header>
        }
        isRunning={test.isRunning}
        error={test.error}
        saveText={texts.send}
        cancelText={texts.clear}
        onCancel={clear}
        onSave={() => {
          setResult(undefined);
          test.run(undefined, setResult);
        }}
      >
        <RequestFields
          key={clearings}
          tokenHeader={isRequest ? undefined : header}
          request={request}
          set={(part) => setRequest((before) => ({ ...before, ...part }))}
        />
      </SaveForm>
      {result && <TestResult type={type} result={result} />}
    </SpaceBetween>
  );
}

/** A header without a value cannot be sent; then there is none. */
function tokenIn(header: string, token: string): Readonly<Record<string, string>> {
  return token === '' ? {} : { [header]: token };
}
