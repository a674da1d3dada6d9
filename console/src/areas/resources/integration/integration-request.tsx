import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import type { Output } from '../../../aws/index.ts';
import { useSteps } from '../../../data/index.ts';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { FunctionLink } from '../../../parts/function-link.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { NamedValues } from '../../../parts/named-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useAws, useSession } from '../../../session/index.ts';
import { parts } from '../../../texts/en/parts.ts';
import { resources as texts } from '../../../texts/en/resources.ts';
import type { MethodPlace } from '../method/use-method.ts';
import { contentHandlingName } from './content-handling-field.tsx';
import { draftOf, type Integration, isComplete, type Method, NEW_DRAFT } from './integration.ts';
import { KindFields } from './kind-fields.tsx';
import { MappingFields } from './mapping-fields.tsx';
import { saveIntegration } from './save-integration.ts';

interface Props {
  readonly place: MethodPlace;
  readonly path: string;
  readonly method: Method;
}

/** What the method leads to, and what becomes of a request on the way. */
export function IntegrationRequest({ place, path, method }: Props): JSX.Element {
  const { methodIntegration: integration } = method;
  return (
    <EditableBox
      title={texts.integration.settings}
      form={(close) => <IntegrationForm place={place} path={path} method={method} onClose={close} />}
    >
      {integration ? <IntegrationView integration={integration} /> : texts.integration.missing}
    </EditableBox>
  );
}

function IntegrationView({ integration }: { readonly integration: Integration }): JSX.Element {
  const { type, requestParameters = {}, requestTemplates = {}, cacheKeyParameters = [] } = integration;
  const { functionArn } = draftOf(integration);
  return (
    <SpaceBetween size="l">
      <KeyValues
        columns={2}
        pairs={[
          [texts.integration.type, type && texts.integration.types[type]],
          [texts.integration.httpMethod, integration.httpMethod],
          functionArn === ''
            ? [texts.integration.url, integration.uri]
            : [parts.function.label, <FunctionLink key="function" arn={functionArn} />],
          [texts.integration.vpcLink, integration.connectionId],
          [texts.integration.credentials, integration.credentials],
          [texts.integration.timeout, texts.integration.milliseconds(integration.timeoutInMillis ?? 0)],
          [texts.integration.passthrough, texts.integration.passthroughs[passthroughOf(integration)].label],
          [texts.integration.contentHandling, contentHandlingName(integration.contentHandling)],
          [texts.integration.cacheKeys, cacheKeyParameters.join(', ')],
          [texts.integration.stream, integration.responseTransferMode === 'STREAM' ? texts.yes : texts.no],
        ]}
      />
      <NamedValues
        title={texts.integration.parameters}
        empty={texts.integration.noParameters}
        values={Object.entries(requestParameters)}
      />
      <NamedValues
        title={texts.integration.templates}
        empty={texts.integration.noTemplates}
        values={Object.entries(requestTemplates).map(([contentType, template]) => [
          contentType,
          <CodeEditor
            key={contentType}
            value={template}
            language="vtl"
            label={contentType}
            minLines={1}
            maxLines={15}
          />,
        ])}
      />
    </SpaceBetween>
  );
}

function passthroughOf({ passthroughBehavior }: Integration): 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER' {
  if (passthroughBehavior === 'NEVER' || passthroughBehavior === 'WHEN_NO_TEMPLATES') return passthroughBehavior;
  return 'WHEN_NO_MATCH';
}

function IntegrationForm({ place, path, method, onClose }: Props & { onClose(): void }): JSX.Element {
  const aws = useAws();
  const { signedIn } = useSession();
  const before = method.methodIntegration;
  const [draft, setDraft] = useState(() => (before ? draftOf(before) : NEW_DRAFT));
  const account = signedIn?.identity.account ?? '';
  const save = useSteps('apigateway', () => saveIntegration(aws, { ...place, path, account }, before, draft));
  return (
    <SaveForm
      isRunning={save.isRunning}
      error={save.error}
      canSave={isComplete(draft)}
      onSave={() => save.run(undefined, onClose)}
      onCancel={onClose}
    >
      <KindFields draft={draft} onChange={setDraft} />
      <MappingFields apiId={place.restApiId} draft={draft} onChange={setDraft} cacheable={cacheableOf(method)} />
    </SaveForm>
  );
}

/** Parameters that the method declares may tell its cached answers apart. */
function cacheableOf({ requestParameters = {} }: Output<'apigateway', 'getMethod'>): readonly string[] {
  return Object.keys(requestParameters);
}
