import type { JSX } from 'react';
import { useAction } from '../../../../data/index.ts';
import { useNotify } from '../../../../page/index.ts';
import { Dialog } from '../../../../parts/dialog.tsx';
import { domains } from '../../../../texts/en/domains.ts';
import type { DomainName } from '../use-domain-names.ts';
import type { Rule } from './rule-draft.ts';
import { ruleAddress } from './use-rules.ts';

const texts = domains.rules;

interface Props {
  readonly domain: DomainName;
  readonly rule: Rule;
  onClose(): void;
}

export function RemoveRule({ domain, rule, onClose }: Props): JSX.Element {
  const { RoutingRuleId = '', Priority = 0 } = rule;
  const remove = useAction('apigatewayv2', 'deleteRoutingRule');
  const notify = useNotify();
  const submit = (): void =>
    remove.run({ ...ruleAddress(domain), RoutingRuleId }, () => {
      notify({ type: 'success', content: texts.removed(Priority) });
      onClose();
    });
  return (
    <Dialog
      title={texts.removeTitle}
      action={texts.remove}
      isRunning={remove.isRunning}
      error={remove.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      {texts.removeText(Priority)}
    </Dialog>
  );
}
