import type { Input, Output } from '../../../../aws/index.ts';
import type { Pair } from '../../../../parts/pair-editor.tsx';

export type Rule = NonNullable<Output<'apigatewayv2', 'listRoutingRules'>['RoutingRules']>[number];
type RuleInput = Pick<Input<'apigatewayv2', 'createRoutingRule'>, 'Priority' | 'Conditions' | 'Actions'>;

/** A rule as its form holds it: all conditions of a rule must hold, and each names one header or one base path. */
export interface RuleDraft {
  readonly priority: string;
  /** Names with the globs that their values must match. */
  readonly headers: readonly Pair[];
  /** Empty for any. */
  readonly basePath: string;
  readonly apiId: string;
  readonly stage: string;
  readonly stripBasePath: boolean;
}

/** @param rules that are there: a new one comes behind them */
export function newRule(rules: readonly Rule[]): RuleDraft {
  const last = Math.max(0, ...rules.map(({ Priority = 0 }) => Priority));
  return { priority: String(last + 10), headers: [], basePath: '', apiId: '', stage: '', stripBasePath: false };
}

export function draftOfRule({ Priority = 0, Conditions = [], Actions = [] }: Rule): RuleDraft {
  const { ApiId = '', Stage = '', StripBasePath = false } = Actions[0]?.InvokeApi ?? {};
  return {
    priority: String(Priority),
    headers: Conditions.flatMap(({ MatchHeaders }) => MatchHeaders?.AnyOf ?? []).map(
      ({ Header = '', ValueGlob = '' }) => ({
        key: Header,
        value: ValueGlob,
      }),
    ),
    basePath: Conditions.flatMap(({ MatchBasePaths }) => MatchBasePaths?.AnyOf ?? [])[0] ?? '',
    apiId: ApiId,
    stage: Stage,
    stripBasePath: StripBasePath,
  };
}

export function ruleInput({ priority, headers, basePath, apiId, stage, stripBasePath }: RuleDraft): RuleInput {
  return {
    Priority: Number(priority),
    Conditions: [
      ...headers.map(({ key, value }) => ({ MatchHeaders: { AnyOf: [{ Header: key, ValueGlob: value }] } })),
      ...(basePath === '' ? [] : [{ MatchBasePaths: { AnyOf: [basePath] } }]),
    ],
    Actions: [{ InvokeApi: { ApiId: apiId, Stage: stage, StripBasePath: stripBasePath } }],
  };
}
