import type { Call } from '../../../aws/index.ts';
import type { Scope } from '../../../model/index.ts';
import type { CloudWatchContext } from '../context.ts';
import { invalidNextToken, invalidParameterValue, notSupported } from '../errors.ts';
import type { In } from '../types.ts';
import { READ_LIMITS } from './limits.ts';
import { metricNameProblems, namespaceProblems } from './names.ts';

/** `ListMetrics`: 500 a page, those with data in the last two weeks. */
export async function listMetrics(
  { metrics }: Pick<CloudWatchContext, 'metrics'>,
  input: In<'listMetrics'>,
  { scope, nowMs }: Call,
) {
  check(input);
  const { Namespace, MetricName, Dimensions = [], NextToken, RecentlyActive } = input;
  const activeMs = RecentlyActive === undefined ? READ_LIMITS.listedMs : READ_LIMITS.recentlyActiveMs;
  const page = await metrics.list(scope, {
    ...(Namespace !== undefined && { namespace: Namespace }),
    ...(MetricName !== undefined && { metricName: MetricName }),
    dimensions: Dimensions.map(({ Name = '', Value }) => ({
      name: Name,
      ...(Value !== undefined && { value: Value }),
    })),
    activeSinceMs: nowMs - activeMs,
    ...(NextToken !== undefined && { after: readToken(NextToken, scope) }),
    limit: READ_LIMITS.metrics,
  });
  return {
    Metrics: page.metrics.map(({ namespace, metricName, dimensions }) => ({
      Namespace: namespace,
      MetricName: metricName,
      Dimensions: dimensions.map(({ name, value }) => ({ Name: name, Value: value })),
    })),
    ...(page.next !== undefined && { NextToken: Buffer.from(page.next).toString('base64url') }),
  };
}

function check({ Namespace, MetricName, Dimensions = [], RecentlyActive, IncludeLinkedAccounts }: In<'listMetrics'>) {
  if (IncludeLinkedAccounts) throw notSupported('metrics of linked accounts (IncludeLinkedAccounts)');
  const { dimensionFilters } = READ_LIMITS;
  const problems = [
    ...(Namespace === undefined ? [] : namespaceProblems(Namespace, true)),
    ...(MetricName === undefined ? [] : metricNameProblems(MetricName, 'MetricName')),
    ...(Dimensions.length > dimensionFilters
      ? [`The collection Dimensions must not have a size greater than ${dimensionFilters}.`]
      : []),
    ...(RecentlyActive === undefined || RecentlyActive === 'PT3H'
      ? []
      : ['The parameter RecentlyActive must be a value in the set [ PT3H ].']),
  ];
  if (problems.length > 0) throw invalidParameterValue(problems.join('\n'));
}

/** A token is the key that the page before ended with. */
function readToken(token: string, { accountId, region }: Scope): string {
  const after = Buffer.from(token, 'base64url').toString();
  try {
    const parts: unknown = JSON.parse(after);
    if (Array.isArray(parts) && parts.length === 6 && parts[0] === accountId && parts[1] === region) {
      const dimensions: unknown = parts[4];
      if (Array.isArray(dimensions) && dimensions.every(Array.isArray)) return after;
    }
  } catch {
    // Said below.
  }
  throw invalidNextToken('Request parameter NextToken is invalid');
}
