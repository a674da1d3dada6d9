import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { useCall } from '../../../data/index.ts';
import { EditableBox } from '../../../parts/editable-box.tsx';
import { KeyValues } from '../../../parts/key-values.tsx';
import { NamedValues } from '../../../parts/named-values.tsx';
import { resources as texts } from '../../../texts/en/resources.ts';
import { MethodRequestForm } from './method-request-form.tsx';
import { ModelLinks } from './model-links.tsx';
import { parametersIn } from './request-parameters.ts';
import type { Method, MethodPlace } from './use-method.ts';

interface Props {
  readonly place: MethodPlace;
  readonly method: Method;
}

/** Who may call the method, and with what. */
export function MethodRequest({ place, method }: Props): JSX.Element {
  const { restApiId } = place;
  const authorizers = useCall('apigateway', 'getAuthorizers', { restApiId, limit: 500 });
  const validators = useCall('apigateway', 'getRequestValidators', { restApiId, limit: 500 });
  const { authorizationType = 'NONE', requestParameters = {}, requestModels = {} } = method;
  const authorizer = authorizers.data?.items?.find(({ id }) => id === method.authorizerId);
  const validator = validators.data?.items?.find(({ id }) => id === method.requestValidatorId);
  const yesNo = (isSet: boolean): string => (isSet ? texts.required : texts.notRequired);
  const named = (kind: 'path' | 'querystring' | 'header'): readonly (readonly [string, string])[] =>
    Object.entries(parametersIn(requestParameters, kind)).map(([name, isRequired]) => [name, yesNo(isRequired)]);
  return (
    <EditableBox
      title={texts.methodRequest.settings}
      form={(close) => <MethodRequestForm place={place} method={method} onClose={close} />}
    >
      <SpaceBetween size="l">
        <KeyValues
          columns={2}
          pairs={[
            [
              texts.authorization.title,
              authorizer?.name ?? texts.authorization.types[authorizationType] ?? authorizationType,
            ],
            [texts.methodRequest.apiKey, yesNo(method.apiKeyRequired ?? false)],
            [texts.methodRequest.validator, validator?.name ?? method.requestValidatorId],
            [texts.methodRequest.operationName, method.operationName],
            [texts.methodRequest.scopes, method.authorizationScopes?.join(', ')],
          ]}
        />
        <NamedValues
          title={texts.methodRequest.paths}
          empty={texts.methodRequest.noPaths}
          valueHeader={texts.methodRequest.presence}
          values={named('path')}
        />
        <NamedValues
          title={texts.methodRequest.queries}
          empty={texts.methodRequest.noQueries}
          valueHeader={texts.methodRequest.presence}
          values={named('querystring')}
        />
        <NamedValues
          title={texts.methodRequest.headers}
          empty={texts.methodRequest.noHeaders}
          valueHeader={texts.methodRequest.presence}
          values={named('header')}
        />
        <ModelLinks
          restApiId={restApiId}
          title={texts.methodRequest.body}
          empty={texts.methodRequest.noBody}
          models={requestModels}
        />
      </SpaceBetween>
    </EditableBox>
  );
}
