import { expect, test } from 'vitest';
import { draftOfRule, newRule, ruleInput } from './rule-draft.ts';

// The rule of guide page rest-api-routing-rules, "Examples".
const RULE = {
  Priority: 50,
  Conditions: [
    { MatchHeaders: { AnyOf: [{ Header: 'x-version', ValueGlob: 'beta*' }] } },
    { MatchBasePaths: { AnyOf: ['v1'] } },
  ],
  Actions: [{ InvokeApi: { ApiId: 'a1b2c3', Stage: 'beta', StripBasePath: true } }],
};

test('a rule is what its form makes of it again', () => {
  expect(ruleInput(draftOfRule({ ...RULE, RoutingRuleId: 'r1', RoutingRuleArn: 'arn' }))).toEqual(RULE);
});

test('a new rule comes behind those that are there, and takes all requests', () => {
  const draft = newRule([{ ...RULE, RoutingRuleId: 'r1', RoutingRuleArn: 'arn' }]);
  expect(ruleInput({ ...draft, apiId: 'a', stage: 'b' })).toMatchObject({ Priority: 60, Conditions: [] });
});
