import type { JSX } from 'react';
import { useNotify } from '../../../page/index.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { http } from '../../../texts/en/http.ts';
import { functionArnOf } from '../integration-name.ts';
import type { Authorizer } from '../use-http-api.ts';
import { AuthorizerFields } from './authorizer-fields.tsx';
import { draftOf, isWhole } from './draft.ts';
import { useSaveAuthorizer } from './use-save-authorizer.ts';

const texts = http.authorizer;

interface Props {
  readonly apiId: string;
  readonly authorizer: Authorizer;
}

/** How an authorizer tells callers apart. */
export function DetailsBox(props: Props): JSX.Element {
  const { AuthorizerId = '', AuthorizerType = '', IdentitySource = [] } = props.authorizer;
  return (
    <EditableBox title={texts.details} form={(close) => <DetailsForm {...props} onClose={close} />}>
      <KeyValues
        pairs={[
          [texts.type, http.authorization.kinds[AuthorizerType] ?? AuthorizerType],
          [texts.identitySource, IdentitySource.join(', ')],
          ...(AuthorizerType === 'JWT' ? jwtPairs(props.authorizer) : lambdaPairs(props.authorizer)),
          [texts.id, <CopyText key="id" text={AuthorizerId} />],
        ]}
      />
    </EditableBox>
  );
}

function jwtPairs({ JwtConfiguration }: Authorizer) {
  const { Issuer = '', Audience = [] } = JwtConfiguration ?? {};
  return [
    [texts.issuer, <CopyText key="issuer" text={Issuer} />],
    [texts.audience, Audience.join(', ')],
  ] as const;
}

function lambdaPairs(authorizer: Authorizer) {
  const { AuthorizerResultTtlInSeconds: ttl = 0, EnableSimpleResponses } = authorizer;
  return [
    [texts.function, <CopyText key="function" text={functionArnOf(authorizer.AuthorizerUri)} />],
    [texts.payload, authorizer.AuthorizerPayloadFormatVersion],
    [texts.response, texts.responses[EnableSimpleResponses ? 'simple' : 'policy'].label],
    [texts.ttl, ttl === 0 ? texts.noTtl : texts.seconds(ttl)],
    [http.integration.credentials, authorizer.AuthorizerCredentialsArn],
  ] as const;
}

function DetailsForm({ apiId, authorizer, onClose }: Props & { onClose(): void }): JSX.Element {
  const { value: draft, isChanged, set } = useDraft(draftOf(authorizer));
  const save = useSaveAuthorizer(apiId, authorizer);
  const notify = useNotify();
  return (
    <SaveForm
      canSave={isChanged && isWhole(draft)}
      isRunning={save.isRunning}
      error={save.error}
      onSave={() =>
        save.run(draft, () => {
          notify({ type: 'success', content: texts.saved });
          onClose();
        })
      }
      onCancel={onClose}
    >
      <AuthorizerFields draft={draft} isTypeFixed onChange={set} />
    </SaveForm>
  );
}
