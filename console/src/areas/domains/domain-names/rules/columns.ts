import type { Column } from '../../../../parts/paged-table.tsx';
import { domains } from '../../../../texts/en/domains.ts';
import type { Target } from '../use-targets.ts';
import { draftOfRule, type Rule } from './rule-draft.ts';

const texts = domains.rules;

export function ruleColumns(targets: readonly Target[]): readonly Column<Rule>[] {
  const { columns: headers } = texts;
  return [
    {
      id: 'priority',
      header: headers.priority,
      value: ({ Priority }) => Priority,
      isRowHeader: true,
      minWidth: 100,
    },
    { id: 'conditions', header: headers.conditions, value: conditionsInWords, minWidth: 220 },
    {
      id: 'api',
      header: headers.api,
      value: (rule) => {
        const { apiId } = draftOfRule(rule);
        return targets.find(({ id }) => id === apiId)?.name ?? apiId;
      },
      minWidth: 140,
    },
    { id: 'stage', header: headers.stage, value: (rule) => draftOfRule(rule).stage, minWidth: 100 },
    {
      id: 'strip',
      header: headers.strip,
      value: (rule) => (draftOfRule(rule).stripBasePath ? texts.stripped : texts.kept),
      minWidth: 100,
      isMinor: true,
    },
  ];
}

function conditionsInWords(rule: Rule): string {
  const { headers, basePath } = draftOfRule(rule);
  const words = [
    ...(basePath === '' ? [] : [texts.basePath(basePath)]),
    ...headers.map(({ key, value }) => texts.header(key, value)),
  ];
  return words.length === 0 ? texts.always : words.join('; ');
}
