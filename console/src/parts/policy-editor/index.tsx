import { useQuery } from '@tanstack/react-query';
import { type JSX, useCallback } from 'react';
import { jsonEditor } from '../../texts/en/json-editor.ts';
import { JsonEditor, type ReadJson, readJson } from '../json-editor/index.tsx';
import { loadActions } from './actions.ts';
import { checkPolicy } from './check-policy.ts';
import { completePolicy } from './complete-policy.ts';
import { EMPTY_POLICY } from './empty-policy.ts';
import type { PolicyKind } from './vocabulary.ts';

export { type ActionsByService, loadActions } from './actions.ts';
export { EMPTY_POLICY } from './empty-policy.ts';
export type { PolicyKind } from './vocabulary.ts';

interface Props {
  readonly kind: PolicyKind;
  readonly value: string;
  readonly label: string;
  onChange(value: string): void;
  readonly minLines?: number;
  readonly maxLines?: number;
}

/** The JSON of a policy, checked as it is typed, with elements, actions and condition keys suggested. */
export function PolicyEditor({ kind, ...props }: Props): JSX.Element {
  const { data: actions } = useQuery({ queryKey: ['policy-actions'], queryFn: loadActions });
  const check = useCallback((json: ReadJson) => checkPolicy(json, kind, actions), [kind, actions]);
  return (
    <JsonEditor
      {...props}
      check={check}
      {...(props.value === EMPTY_POLICY && { untouchedText: jsonEditor.policy.begin })}
      validText={jsonEditor.policy.valid}
      complete={async (text, at) => completePolicy(text, at, kind, await loadActions())}
    />
  );
}

/** Whether a policy can be sent: the server would refuse what the editor calls an error. */
export function isPolicy(text: string, kind: PolicyKind): boolean {
  const json = readJson(text);
  if (json.problems.length > 0) return false;
  return checkPolicy(json, kind).every(({ severity }) => severity === 'warning');
}
