import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { JSX } from 'react';
import type { Read } from '../../../data/index.ts';
import { type Column, PagedTable } from '../../../parts/paged-table.tsx';
import { simulator as texts } from '../../../texts/en/policy-simulator.ts';
import type { Result } from './use-simulation.ts';

/** The decision on each action and resource, and which statements made it. */
export function SimulationResults({ results }: { readonly results: Read<readonly Result[]> }): JSX.Element {
  return (
    <PagedTable
      title={texts.results}
      query={results}
      columns={COLUMNS}
      id={({ EvalActionName = '', EvalResourceName = '' }) => `${EvalActionName} ${EvalResourceName}`}
      empty=""
    />
  );
}

const COLUMNS: readonly Column<Result>[] = [
  {
    id: 'action',
    header: texts.columns.action,
    value: ({ EvalActionName }) => EvalActionName,
    isRowHeader: true,
    minWidth: 150,
  },
  { id: 'resource', header: texts.columns.resource, value: ({ EvalResourceName }) => EvalResourceName, minWidth: 110 },
  {
    id: 'decision',
    header: texts.columns.decision,
    value: ({ EvalDecision = '' }) => texts.decisions[EvalDecision] ?? EvalDecision,
    cell: ({ EvalDecision = '' }) => (
      <StatusIndicator type={EvalDecision === 'allowed' ? 'success' : 'error'}>
        {texts.decisions[EvalDecision] ?? EvalDecision}
      </StatusIndicator>
    ),
    minWidth: 170,
  },
  { id: 'why', header: texts.columns.why, value: whyOf, minWidth: 200 },
];

/** The statements that decided, by policy and place; else what kept all from it. */
function whyOf({ MatchedStatements = [], MissingContextValues = [], ...result }: Result): string {
  const matched = MatchedStatements.map(({ SourcePolicyId = '', SourcePolicyType = '', StartPosition }) =>
    texts.matched(SourcePolicyId, texts.types[SourcePolicyType] ?? SourcePolicyType, StartPosition?.Line),
  );
  const isBounded = result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false;
  return [
    ...(matched.length > 0 ? [...new Set(matched)] : [texts.noneMatched]),
    ...(isBounded ? [texts.bounded] : []),
    ...(MissingContextValues.length > 0 ? [texts.missing(MissingContextValues.join(', '))] : []),
  ].join('; ');
}
