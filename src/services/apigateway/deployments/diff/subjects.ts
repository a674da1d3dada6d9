import type { ApiSnapshot, Method, Model, RestApi } from '../../../../model/index.ts';
import type { SubjectKind } from './change.ts';

/** One part of an API, in terms that do not change when it is made anew: names in place of ids. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly where: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** An API taken apart into what people know of it, by kind and name. */
export function subjectsOf(snapshot: ApiSnapshot): ReadonlyMap<string, Subject> {
  const { restApi, resources, authorizers, models, requestValidators, gatewayResponses } = snapshot;
  const authorizerNames = namesOf(authorizers);
  const validatorNames = namesOf(requestValidators);
  const subjects: readonly Subject[] = [
    { kind: 'api', where: restApi.name, value: ownOf(restApi) },
    ...resources.flatMap(({ path, resourceMethods }) =>
      Object.entries(resourceMethods).map(([verb, method]) => ({
        kind: 'method' as const,
        where: `${verb} ${path}`,
        value: methodOf(method, authorizerNames, validatorNames),
      })),
    ),
    ...authorizers.map(({ id: _, ...value }) => ({ kind: 'authorizer' as const, where: value.name, value })),
    ...models.map((model) => ({ kind: 'model' as const, where: model.name, value: modelOf(model) })),
    ...requestValidators.map(({ id: _, ...value }) => ({
      kind: 'request validator' as const,
      where: value.name,
      value,
    })),
    ...gatewayResponses.map((value) => ({
      kind: 'gateway response' as const,
      where: value.responseType,
      value: { ...value },
    })),
  ];
  // There is one API, whatever its name.
  return new Map(
    subjects.map((subject) => [`${subject.kind} ${subject.kind === 'api' ? '' : subject.where}`, subject]),
  );
}

function namesOf(entities: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map(entities.map(({ id, name }) => [id, name]));
}

/** Tags are not deployed. */
function ownOf({
  id: _,
  createdDate: __,
  rootResourceId: ___,
  tags: ____,
  policy,
  ...value
}: RestApi): Subject['value'] {
  return { ...value, ...(policy !== undefined && { policy: parsed(policy) }) };
}

function methodOf(
  { httpMethod: _, authorizerId, requestValidatorId, methodIntegration, ...rest }: Method,
  authorizers: ReadonlyMap<string, string>,
  validators: ReadonlyMap<string, string>,
): Subject['value'] {
  return {
    // Each of them is compared by itself, also with a method that has none.
    requestParameters: {},
    requestModels: {},
    methodResponses: {},
    ...rest,
    ...(authorizerId !== undefined && { authorizer: authorizers.get(authorizerId) ?? authorizerId }),
    ...(requestValidatorId !== undefined && {
      requestValidator: validators.get(requestValidatorId) ?? requestValidatorId,
    }),
    ...(methodIntegration && { integration: integrationOf(methodIntegration) }),
  };
}

/** The cache's namespace is the resource's id unless somebody chose one, so it says nothing of an API that was made anew. */
function integrationOf({ cacheNamespace: _, ...value }: NonNullable<Method['methodIntegration']>): Subject['value'] {
  return value;
}

function modelOf({ id: _, schema, ...value }: Model): Subject['value'] {
  return { ...value, schema: parsed(schema) };
}

/** What is JSON is compared as such: how it is written down says nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
