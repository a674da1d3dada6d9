import type { InvocationSource } from '../../../model/index.ts';
import type { PolicyStatement } from './statement.ts';
import { matchesArn, matchesWildcard } from './wildcard.ts';

type Comparison = (pattern: string, value: string) => boolean;

const equal: Comparison = (pattern, value) => pattern === value;

/** The condition operators that can stand in a policy made by `AddPermission` or can be meant by one (IAM guide). */
const OPERATORS: Readonly<Record<string, Comparison>> = {
  StringEquals: equal,
  StringLike: matchesWildcard,
  ArnLike: matchesArn,
  ArnEquals: matchesArn,
};

/** Whether the policy lets this caller invoke the function (fact D62). Nothing is allowed that no statement allows. */
export function allowsInvocation(statements: readonly PolicyStatement[], source: InvocationSource): boolean {
  return statements.some(
    (statement) =>
      allowsPrincipal(statement, source) && allowsAction(statement.Action) && meetsConditions(statement, source),
  );
}

function allowsPrincipal({ Principal }: PolicyStatement, source: InvocationSource): boolean {
  return Principal === '*' || ('Service' in Principal && Principal.Service === source.principal);
}

/** Action names do not mind case (IAM guide, "IAM JSON policy elements: Action"). */
function allowsAction(action: string): boolean {
  return matchesWildcard(action.toLowerCase(), 'lambda:invokefunction');
}

function meetsConditions({ Condition = {} }: PolicyStatement, source: InvocationSource): boolean {
  return Object.entries(Condition).every(([operator, keys]) => {
    const compare = OPERATORS[operator];
    return Object.entries(keys).every(([key, pattern]) => {
      const value = keyValue(key, source);
      return compare !== undefined && value !== undefined && compare(pattern, value);
    });
  });
}

/** Names of condition keys do not mind case. A key that the caller does not bring meets no condition. */
function keyValue(key: string, { sourceArn }: InvocationSource): string | undefined {
  switch (key.toLowerCase()) {
    case 'aws:sourcearn':
      return sourceArn;
    case 'aws:sourceaccount':
      return sourceArn.split(':')[4];
    default:
      return undefined;
  }
}

/** What a call of an open function URL brings for conditions. */
const URL_CALL: Readonly<Record<string, readonly [operator: string, value: string]>> = {
  'lambda:functionurlauthtype': ['StringEquals', 'NONE'],
  'lambda:invokedviafunctionurl': ['Bool', 'true'],
};

/**
 * Whether the policy lets anybody call an open function URL: both the URL and, since October 2025, the function behind it (Lambda
 * guide, "Control access to Lambda function URLs").
 */
export function opensUrl(statements: readonly PolicyStatement[]): boolean {
  const opens = (action: string) =>
    statements.some(
      ({ Principal, Action, Condition = {} }) =>
        Principal === '*' &&
        matchesWildcard(Action.toLowerCase(), action) &&
        Object.entries(Condition).every(([operator, keys]) =>
          Object.entries(keys).every(([key, value]) => {
            const known = URL_CALL[key.toLowerCase()];
            return known !== undefined && known[0] === operator && known[1] === value;
          }),
        ),
    );
  return opens('lambda:invokefunctionurl') && opens('lambda:invokefunction');
}
