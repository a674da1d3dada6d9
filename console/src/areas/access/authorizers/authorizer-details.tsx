import type { JSX } from 'react';
import { useNotify } from '../../../page/index.ts';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { FunctionLink } from '../../../parts/function-link.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { authorizers as texts } from '../../../texts/en/authorizers.ts';
import { draftOf, isComplete, typeOf } from './draft.ts';
import { AuthorizerFields } from './form/authorizer-fields.tsx';
import { functionOf } from './function-uri.ts';
import { sourcesInWords } from './sources-in-words.ts';
import type { Authorizer } from './use-authorizers.ts';
import { useSaveAuthorizer } from './use-save-authorizer.ts';

interface Props {
  readonly apiId: string;
  readonly authorizer: Authorizer;
}

/** What an authorizer is, edited in place. */
export function AuthorizerDetails({ apiId, authorizer }: Props): JSX.Element {
  const { authorizerResultTtlInSeconds: ttl } = authorizer;
  const type = typeOf(authorizer);
  return (
    <EditableBox
      title={texts.details.title}
      form={(close) => <EditAuthorizer apiId={apiId} authorizer={authorizer} onClose={close} />}
    >
      <KeyValues
        columns={2}
        pairs={[
          [texts.columns.id, authorizer.id],
          [texts.columns.type, texts.types[type]],
          ...(type === 'COGNITO_USER_POOLS'
            ? [[texts.form.pools, authorizer.providerARNs?.join(', ')] as const]
            : [
                [
                  texts.details.function,
                  <FunctionLink key="function" arn={functionOf(authorizer.authorizerUri ?? '')} />,
                ] as const,
                [texts.details.role, authorizer.authorizerCredentials] as const,
              ]),
          [texts.details.source, sourcesInWords(authorizer.identitySource)],
          [texts.details.validation, authorizer.identityValidationExpression],
          [texts.columns.ttl, ttl === undefined ? undefined : texts.seconds(ttl)],
          [texts.details.authType, authorizer.authType],
        ]}
      />
    </EditableBox>
  );
}

function EditAuthorizer({ apiId, authorizer, onClose }: Props & { onClose(): void }): JSX.Element {
  const { value: draft, isChanged, set } = useDraft(draftOf(authorizer));
  const save = useSaveAuthorizer(apiId, authorizer);
  const notify = useNotify();
  return (
    <SaveForm
      isRunning={save.isRunning}
      error={save.error}
      canSave={isChanged && isComplete(draft)}
      onCancel={onClose}
      onSave={() =>
        save.run(draft, () => {
          notify({ type: 'success', content: texts.edit.done });
          onClose();
        })
      }
    >
      <AuthorizerFields draft={draft} set={set} isNew={false} />
    </SaveForm>
  );
}
