import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useMemo, useState } from 'react';
import { mapped } from '../../../../data/index.ts';
import { EmptyState } from '../../../../parts/empty-state.tsx';
import { PagedTable } from '../../../../parts/paged-table.tsx';
import { useQueryParam } from '../../../../routing/index.ts';
import { domains } from '../../../../texts/en/domains.ts';
import type { DomainName } from '../use-domain-names.ts';
import { useTargets } from '../use-targets.ts';
import { ruleColumns } from './columns.ts';
import { RemoveRule } from './remove-rule.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import type { Rule } from './rule-draft.ts';
import { useRules } from './use-rules.ts';

const texts = domains.rules;

/** Rules by headers and base paths, in the order in which they are looked at. */
export function RulesTab({ domain }: { readonly domain: DomainName }): JSX.Element {
  const all = useRules(domain);
  const targets = useTargets();
  const sorted = useMemo(() => [...(all.data ?? [])].sort((a, b) => (a.Priority ?? 0) - (b.Priority ?? 0)), [all.data]);
  const [id, setId] = useState<string>();
  const selected = sorted.find(({ RoutingRuleId }) => RoutingRuleId === id);
  const [dialog, setDialog] = useQueryParam('dialog');
  const close = (): void => setDialog('');
  const add = <Button onClick={() => setDialog('add')}>{texts.add}</Button>;
  return (
    <SpaceBetween size="l">
      {domain.routingMode === 'BASE_PATH_MAPPING_ONLY' && sorted.length > 0 && (
        <Alert type="warning">{texts.ignored}</Alert>
      )}
      <PagedTable<Rule>
        title={texts.title}
        description={texts.hint}
        query={mapped(all, () => sorted)}
        columns={ruleColumns(targets.data ?? [])}
        id={({ RoutingRuleId = '' }) => RoutingRuleId}
        empty={<EmptyState title={texts.empty.title} text={texts.empty.text} action={add} />}
        selected={selected ? [selected] : []}
        onSelect={([rule]) => setId(rule?.RoutingRuleId)}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!selected} onClick={() => setDialog('edit')}>
              {texts.edit}
            </Button>
            <Button disabled={!selected} onClick={() => setDialog('remove')}>
              {texts.remove}
            </Button>
            {add}
          </SpaceBetween>
        }
      />
      {dialog === 'add' && all.data && <RuleDialog domain={domain} rules={sorted} onClose={close} />}
      {dialog === 'edit' && selected && <RuleDialog domain={domain} rules={sorted} before={selected} onClose={close} />}
      {dialog === 'remove' && selected && <RemoveRule domain={domain} rule={selected} onClose={close} />}
    </SpaceBetween>
  );
}
