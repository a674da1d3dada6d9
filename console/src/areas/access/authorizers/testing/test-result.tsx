import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import type { Output } from '../../../../aws/index.ts';
import { CodeEditor } from '../../../../parts/code-editor/index.tsx';
import { indented } from '../../../../parts/json-editor/format-json.ts';
import { KeyValues } from '../../../../parts/key-values.tsx';
import { NamedValues } from '../../../../parts/named-values.tsx';
import { authorizers } from '../../../../texts/en/authorizers.ts';
import type { Authorizer } from '../use-authorizers.ts';
import { contextInLog } from './context-in-log.ts';

const texts = authorizers.test;

interface Props {
  readonly type: Authorizer['type'];
  readonly result: Output<'apigateway', 'testInvokeAuthorizer'>;
}

/** What an authorizer said: who is calling, what he may do, and how that came about. */
export function TestResult({ type, result }: Props): JSX.Element {
  const { clientStatus = 0, latency = 0, principalId, policy, claims = {}, log = '' } = result;
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{texts.result}</Header>}>
        <SpaceBetween size="l">
          <KeyValues
            pairs={[
              [
                texts.outcome,
                <StatusIndicator key="outcome" type={clientStatus === 0 ? 'success' : 'error'}>
                  {outcomeOf(type, clientStatus)}
                </StatusIndicator>,
              ],
              [texts.principal, principalId],
              [texts.latency, texts.milliseconds(latency)],
            ]}
          />
          {policy !== undefined && (
            <div>
              <Box variant="h3" padding={{ bottom: 'xxs' }}>
                {texts.policy}
              </Box>
              <CodeEditor value={indented(policy)} language="json" label={texts.policy} minLines={2} />
            </div>
          )}
          {type === 'COGNITO_USER_POOLS' ? (
            <NamedValues title={texts.claims} empty={texts.noClaims} values={Object.entries(claims)} />
          ) : (
            <Context log={log} />
          )}
        </SpaceBetween>
      </Container>
      <ExpandableSection variant="container" headerText={texts.log}>
        <CodeEditor value={log} language="text" label={texts.log} maxLines={30} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

function outcomeOf(type: Authorizer['type'], clientStatus: number): string {
  if (clientStatus !== 0) return texts.refused(clientStatus);
  return type === 'COGNITO_USER_POOLS' ? texts.valid : texts.known;
}

/** What the function gives to integrations, where it answered. */
function Context({ log }: { readonly log: string }): JSX.Element | null {
  const context = contextInLog(log);
  if (!context) return null;
  const values = Object.entries(context).map(([name, value]) => [name, String(value)] as const);
  return <NamedValues title={texts.context} empty={texts.noContext} values={values} />;
}
