import type { Output } from '../../../aws/index.ts';
import { resources as texts } from '../../../texts/en/resources.ts';

type Validator = NonNullable<Output<'apigateway', 'getRequestValidators'>['items']>[number];

/** What a validator checks. */
export interface ValidatorKind {
  readonly name: string;
  readonly validateRequestBody: boolean;
  readonly validateRequestParameters: boolean;
}

const { body, both, parameters } = texts.methodRequest.validatorKinds;
/** What AWS's console offers where the API has no such validator: it is made when the method is saved (guide, "Set up basic request validation"). */
const KINDS: Readonly<Record<string, ValidatorKind>> = {
  'new:body': { name: body, validateRequestBody: true, validateRequestParameters: false },
  'new:both': { name: both, validateRequestBody: true, validateRequestParameters: true },
  'new:parameters': { name: parameters, validateRequestBody: false, validateRequestParameters: true },
};

/** The validator that a choice stands for and that is to be made first; undefined for one that is there, and for none. */
export function newValidator(choice: string): ValidatorKind | undefined {
  return KINDS[choice];
}

/** None, the API's own, and the kinds that it has none of yet. */
export function validatorOptions(
  own: readonly Validator[],
): readonly { readonly value: string; readonly label: string }[] {
  const isThere = (kind: ValidatorKind): boolean =>
    own.some(
      ({ validateRequestBody = false, validateRequestParameters = false }) =>
        validateRequestBody === kind.validateRequestBody &&
        validateRequestParameters === kind.validateRequestParameters,
    );
  return [
    { value: '', label: texts.methodRequest.noValidator },
    ...own.map(({ id = '', name = id }) => ({ value: id, label: name })),
    ...Object.entries(KINDS)
      .filter(([, kind]) => !isThere(kind))
      .map(([value, { name }]) => ({ value, label: texts.methodRequest.newValidator(name) })),
  ];
}
