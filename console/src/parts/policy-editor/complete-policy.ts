import { getLocation, type Location } from 'jsonc-parser';
import { jsonEditor } from '../../texts/en/json-editor.ts';
import type { Suggestion, Suggestions } from '../code-editor/index.tsx';
import type { ActionsByService } from './actions.ts';
import {
  CONDITION_KEYS,
  CONDITION_OPERATORS,
  type PolicyKind,
  PRINCIPAL_TYPES,
  SERVICE_PRINCIPALS,
  STATEMENT_ELEMENTS,
  VERSIONS,
} from './vocabulary.ts';

const texts = jsonEditor.policy;

/** What may stand at the cursor of a policy. @param at its offset, from 0 */
export function completePolicy(
  text: string,
  at: number,
  kind: PolicyKind,
  actions: ActionsByService,
): Suggestions | undefined {
  const location = getLocation(text, at);
  const options = optionsFor(location, kind, actions);
  return options.length === 0 ? undefined : placed(options, text, at, location);
}

function optionsFor({ path, isAtPropertyKey }: Location, kind: PolicyKind, actions: ActionsByService) {
  const [top, ...below] = path;
  if (path.length <= 1) {
    if (isAtPropertyKey) return named(['Version', 'Id', 'Statement']);
    return top === 'Version' ? named(VERSIONS) : [];
  }
  // A lone statement is no list.
  const [element, ...within] = top === 'Statement' ? (typeof below[0] === 'number' ? below.slice(1) : below) : [];
  if (element === undefined) return [];
  if (within.length === 0 && isAtPropertyKey) return named(STATEMENT_ELEMENTS[kind]);
  switch (element) {
    case 'Effect':
      return named(['Allow', 'Deny']);
    case 'Action':
    case 'NotAction':
      return actionOptions(kind, actions);
    case 'Resource':
    case 'NotResource':
      return named(['*']);
    case 'Principal':
    case 'NotPrincipal':
      return principalOptions(within, isAtPropertyKey);
    case 'Condition':
      return isAtPropertyKey ? named(within.length === 1 ? CONDITION_OPERATORS : CONDITION_KEYS) : [];
    default:
      return [];
  }
}

function actionOptions(kind: PolicyKind, actions: ActionsByService): readonly Suggestion[] {
  const offered = [...actions].filter(([service]) => kind !== 'trust' || service === 'sts');
  return offered.flatMap(([service, each]) => [
    { label: `${service}:*`, detail: texts.actions(service) },
    ...each.map(({ name, level }) => ({ label: name, detail: level })),
  ]);
}

function principalOptions(within: readonly (string | number)[], isAtPropertyKey: boolean): readonly Suggestion[] {
  if (isAtPropertyKey) return named(PRINCIPAL_TYPES);
  if (within[0] === 'Service') return named(SERVICE_PRINCIPALS);
  return within.length === 0 || within[0] === 'AWS' ? named(['*']) : [];
}

function named(labels: readonly string[]): readonly Suggestion[] {
  return labels.map((label) => ({ label }));
}

/** Within quotes up to the closing one, else with quotes of its own. */
function placed(options: readonly Suggestion[], text: string, at: number, { previousNode }: Location): Suggestions {
  const node = previousNode?.type === 'string' || previousNode?.type === 'property' ? previousNode : undefined;
  if (node && at > node.offset && at <= node.offset + node.length) {
    const end = node.offset + node.length;
    const isClosed = node.length > 1 && text[end - 1] === '"';
    return { from: node.offset + 1, to: isClosed ? Math.max(end - 1, at) : at, options };
  }
  return { from: at, options: options.map((option) => ({ ...option, insert: JSON.stringify(option.label) })) };
}
