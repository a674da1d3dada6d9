import { compileText } from '../../../../src/policy/text-pattern.ts';
import { jsonEditor } from '../../texts/en/json-editor.ts';
import type { Problem } from '../code-editor/index.tsx';
import type { JsonPath, ReadJson } from '../json-editor/index.tsx';
import type { ActionsByService } from './actions.ts';
import { isConditionOperator, type PolicyKind } from './vocabulary.ts';

const texts = jsonEditor.policy;
/** Actions hold no variables. */
const NO_KEYS = (): undefined => undefined;

export type Fields = Readonly<Record<string, unknown>>;

/** What a statement says that the grammar does not look at: actions that nothing is called, resources that are no ARNs, operators. */
export function checkStatement(
  json: ReadJson,
  kind: PolicyKind,
  statement: Fields,
  path: JsonPath,
  actions: ActionsByService | undefined,
): readonly Problem[] {
  const found = [
    ...[...valuesOf(statement, 'Action'), ...valuesOf(statement, 'NotAction')].map(
      ({ value, at }) => [at, actionProblem(kind, value, actions), 'warning'] as const,
    ),
    ...(kind === 'identity' ? [...valuesOf(statement, 'Resource'), ...valuesOf(statement, 'NotResource')] : []).map(
      ({ value, at }) => [at, resourceProblem(value), 'error'] as const,
    ),
    ...(isFields(statement.Condition) ? Object.keys(statement.Condition) : []).map(
      (name) => [['Condition', name], operatorProblem(name), 'error'] as const,
    ),
  ];
  return found.flatMap(([at, message, severity]) =>
    message === undefined ? [] : [{ ...json.placeOf([...path, ...at]), message, severity }],
  );
}

function actionProblem(kind: PolicyKind, action: string, known: ActionsByService | undefined): string | undefined {
  const [service = '', name] = action.toLowerCase().split(':');
  if (name === undefined) return undefined;
  if (kind === 'trust' && service !== 'sts') return texts.trustAction(action);
  const actions = known?.get(service);
  if (!actions) return undefined;
  const matches = compileText(action, { wildcards: true, ignoreCase: true, variables: false });
  return actions.some((each) => matches(each.name, NO_KEYS)) ? undefined : texts.action(action, service);
}

function resourceProblem(resource: string): string | undefined {
  return resource === '' || /^(arn|\*|\$\{)/.test(resource) ? undefined : texts.resource(resource);
}

function operatorProblem(name: string): string | undefined {
  return isConditionOperator(name) ? undefined : texts.operator(name);
}

/** The texts of an element that is one or a list of them, with where they stand in the statement. */
function valuesOf(statement: Fields, element: string): readonly { readonly value: string; readonly at: JsonPath }[] {
  const given = statement[element];
  if (typeof given === 'string') return [{ value: given, at: [element] }];
  if (!Array.isArray(given)) return [];
  return given.flatMap((value: unknown, index) => (typeof value === 'string' ? [{ value, at: [element, index] }] : []));
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
