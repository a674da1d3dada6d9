import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import { changed } from '../../../data/index.ts';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useDraft } from '../../../parts/use-draft.ts';
import { useHref } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { linesOf, textOf } from '../lines.ts';
import { LinesField } from '../lines-field.tsx';
import { useAuthorizers } from '../use-http-api.ts';
import { AuthorizationField } from './authorization-field.tsx';
import type { RouteProps } from './route-props.ts';
import { useUpdateRoute } from './use-update-route.ts';

const texts = http.authorization;

/** Who may call a route. */
export function AuthorizationBox(props: RouteProps): JSX.Element {
  const { apiId, route } = props;
  const href = useHref();
  const authorizers = useAuthorizers(apiId);
  const { AuthorizationType = 'NONE', AuthorizerId, AuthorizationScopes = [] } = route;
  const authorizer = authorizers.data?.find((one) => one.AuthorizerId === AuthorizerId);
  return (
    <EditableBox
      title={texts.title}
      description={texts.description}
      form={(close) => <AuthorizationForm {...props} onClose={close} />}
    >
      <KeyValues
        pairs={[
          [texts.type, texts.types[AuthorizationType] ?? AuthorizationType],
          [
            texts.authorizer,
            AuthorizerId === undefined ? undefined : (
              <Link key="authorizer" href={href(`/apis/${apiId}/authorizers/${AuthorizerId}`)}>
                {authorizer?.Name ?? AuthorizerId}
              </Link>
            ),
          ],
          [texts.scopes, AuthorizationScopes.join(', ')],
        ]}
      />
    </EditableBox>
  );
}

function AuthorizationForm({ onClose, ...props }: RouteProps & { onClose(): void }): JSX.Element {
  const { AuthorizationType = 'NONE', AuthorizerId = '', AuthorizationScopes = [] } = props.route;
  const { value, isChanged, set } = useDraft({
    type: AuthorizationType as string,
    authorizerId: AuthorizerId,
    scopes: textOf(AuthorizationScopes),
  });
  const update = useUpdateRoute(props);
  const save = (): void => {
    const after = {
      AuthorizationType: value.type as typeof AuthorizationType,
      AuthorizerId: value.authorizerId,
      AuthorizationScopes: value.type === 'JWT' ? [...linesOf(value.scopes)] : [],
    };
    update.run(changed({ AuthorizationType, AuthorizerId, AuthorizationScopes }, after), onClose);
  };
  return (
    <SaveForm canSave={isChanged} isRunning={update.isRunning} error={update.error} onSave={save} onCancel={onClose}>
      <AuthorizationField
        apiId={props.apiId}
        value={value}
        onChange={({ type, authorizerId }) => set({ type, authorizerId })}
      />
      {value.type === 'JWT' && (
        <LinesField
          label={texts.scopesField}
          description={texts.scopesHint}
          value={value.scopes}
          onChange={(scopes) => set({ scopes })}
        />
      )}
    </SaveForm>
  );
}
