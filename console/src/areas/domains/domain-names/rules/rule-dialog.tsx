import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import type { JSX } from 'react';
import { useSteps } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { areWhole, PairEditor } from '../../../../parts/pair-editor.tsx';
import { TextField } from '../../../../parts/text-field.tsx';
import { useDraft } from '../../../../parts/use-draft.ts';
import { useAws } from '../../../../session/index.ts';
import { domains } from '../../../../texts/en/domains.ts';
import { TargetFields } from '../target-fields.tsx';
import { type DomainName, isPrivate } from '../use-domain-names.ts';
import { draftOfRule, newRule, type Rule, type RuleDraft, ruleInput } from './rule-draft.ts';
import { ruleAddress } from './use-rules.ts';

const texts = domains.rules;

interface Props {
  readonly domain: DomainName;
  readonly rules: readonly Rule[];
  /** Absent for a new one. */
  readonly before?: Rule;
  onClose(): void;
}

/** Adds a rule, or changes one. */
export function RuleDialog({ domain, rules, before, onClose }: Props): JSX.Element {
  const { value: draft, set: change } = useDraft(before ? draftOfRule(before) : newRule(rules));
  const save = useSaveRule(domain, before?.RoutingRuleId);
  const notify = useNotify();
  const submit = (): void =>
    save.run(draft, () => {
      notify({ type: 'success', content: texts.saved(Number(draft.priority)) });
      onClose();
    });
  return (
    <Dialog
      title={before ? texts.dialog.edit(before.Priority ?? 0) : texts.dialog.add}
      action={texts.dialog.save}
      size="large"
      isReady={draft.priority !== '' && draft.apiId !== '' && draft.stage !== '' && areWhole(draft.headers)}
      isRunning={save.isRunning}
      error={save.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      <TextField
        label={texts.dialog.priority}
        description={texts.dialog.priorityHint}
        type="number"
        value={draft.priority}
        onChange={(priority) => change({ priority })}
      />
      <FormField label={texts.dialog.headers} description={texts.dialog.headersHint} stretch>
        <PairEditor texts={HEADERS} pairs={draft.headers} onChange={(headers) => change({ headers })} />
      </FormField>
      <TextField
        label={texts.dialog.basePath}
        description={texts.dialog.basePathHint}
        placeholder="v1"
        value={draft.basePath}
        onChange={(basePath) => change({ basePath })}
      />
      <TargetFields
        offers={({ protocol, isPrivate: isOfPrivate }) => protocol === 'REST' && isOfPrivate === isPrivate(domain)}
        apiId={draft.apiId}
        stage={draft.stage}
        onChange={change}
      />
      <Checkbox checked={draft.stripBasePath} onChange={({ detail }) => change({ stripBasePath: detail.checked })}>
        {texts.dialog.strip}
      </Checkbox>
    </Dialog>
  );
}

const HEADERS = {
  key: texts.dialog.header,
  value: texts.dialog.value,
  add: texts.dialog.addHeader,
  remove: texts.remove,
  empty: texts.dialog.noHeaders,
  twice: texts.dialog.twice,
  keyOf: texts.dialog.headerOf,
  valueOf: texts.dialog.valueOf,
} as const;

function useSaveRule(domain: DomainName, RoutingRuleId: string | undefined) {
  const aws = useAws();
  const address = ruleAddress(domain);
  return useSteps('apigatewayv2', (draft: RuleDraft): Promise<unknown> => {
    const rule = { ...address, ...ruleInput(draft) };
    return RoutingRuleId === undefined
      ? aws.call('apigatewayv2', 'createRoutingRule', rule)
      : aws.call('apigatewayv2', 'putRoutingRule', { ...rule, RoutingRuleId });
  });
}
