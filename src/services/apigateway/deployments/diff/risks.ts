import type { Risk, SubjectKind } from './change.ts';

/** What a change of a value means, by its path, joined by dots. */
type Rule = readonly [path: RegExp, risk: Risk | ((before: unknown, after: unknown) => Risk)];

/** More is asked of clients than before, or less: what is asked for first may not be there. */
const asksMore = (before: unknown, after: unknown): Risk => (isOff(before) && !isOff(after) ? 'breaking' : 'safe');
/** Something that clients got. */
const isGiven = (before: unknown, after: unknown): Risk => {
  if (before === undefined) return 'safe';
  return after === undefined ? 'breaking' : 'risky';
};

/** The first that fits counts; what none fits is risky. */
const RULES: Readonly<Record<SubjectKind, readonly Rule[]>> = {
  method: [
    // Opening a method breaks no client, and is to be looked at.
    [/^authorizationType$/, (_before, after) => (after === 'NONE' ? 'risky' : 'breaking')],
    // One of the scopes is enough, so another one lets more in.
    [
      /^authorizationScopes$/,
      (before, after) => (isSubset(before, after) && !isOff(before) ? 'safe' : asksScopes(after)),
    ],
    [/^apiKeyRequired$/, (_before, after) => (after === true ? 'breaking' : 'risky')],
    [/^requestValidator$/, (before, after) => (isOff(before) ? 'breaking' : isOff(after) ? 'safe' : 'risky')],
    [/^requestParameters\b/, asksMore],
    [/^requestModels\b/, (before, after) => (isOff(before) ? 'breaking' : isOff(after) ? 'safe' : 'risky')],
    [/^methodResponses\b/, isGiven],
    [/^operationName$/, 'safe'],
  ],
  model: [
    [/^(contentType|description)$/, 'safe'],
    [/(^|\.)(description|title|\$schema|id|default)$/, 'safe'],
    [/\.required$/, (before, after) => (isSubset(after, before) ? 'safe' : 'breaking')],
    [/\.enum$/, (before, after) => (isSubset(before, after) ? 'safe' : 'breaking')],
    [/\.type$/, 'breaking'],
    [/\.properties\.[^.]+$/, (before) => (before === undefined ? 'safe' : 'risky')],
  ],
  'request validator': [[/^validateRequest/, (_before, after) => (after === true ? 'breaking' : 'safe')]],
  authorizer: [[/^(name|authType)$/, 'safe']],
  'gateway response': [[/^statusCode$/, 'breaking']],
  api: [
    [/^(name|description|version|minimumCompressionSize)$/, 'safe'],
    [/^(apiKeySource|securityPolicy|endpointAccessMode)$/, 'breaking'],
    [/^endpointConfiguration\.types$/, 'breaking'],
    [/^disableExecuteApiEndpoint$/, (_before, after) => (after === true ? 'breaking' : 'safe')],
  ],
};

/** What came or went, and what that means. */
const CAME: Readonly<Record<SubjectKind, Risk>> = {
  method: 'safe',
  model: 'safe',
  authorizer: 'safe',
  'request validator': 'safe',
  'gateway response': 'risky',
  api: 'safe',
};
const WENT: Readonly<Record<SubjectKind, Risk>> = {
  method: 'breaking',
  // What used them shows in its own changes.
  model: 'safe',
  authorizer: 'safe',
  'request validator': 'safe',
  'gateway response': 'risky',
  api: 'breaking',
};

export function riskOf(kind: SubjectKind, change: 'added' | 'removed'): Risk {
  return (change === 'added' ? CAME : WENT)[kind];
}

export function riskOfValue(kind: SubjectKind, path: readonly string[], before: unknown, after: unknown): Risk {
  const joined = path.join('.');
  const risk = RULES[kind].find(([pattern]) => pattern.test(joined))?.[1] ?? 'risky';
  return typeof risk === 'function' ? risk(before, after) : risk;
}

function isOff(value: unknown): boolean {
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}

function asksScopes(after: unknown): Risk {
  return isOff(after) ? 'risky' : 'breaking';
}

/** Whether every item of one list is in another; no list has no items. */
function isSubset(some: unknown, all: unknown): boolean {
  const [items, others] = [some ?? [], all ?? []];
  return Array.isArray(items) && Array.isArray(others) && items.every((item) => others.includes(item));
}
