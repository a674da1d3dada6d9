import { type PolicyRules, parsePolicy } from '../../../../src/policy/parse-policy.ts';
import { PolicySyntaxError } from '../../../../src/policy/syntax-error.ts';
import { jsonEditor } from '../../texts/en/json-editor.ts';
import type { Problem } from '../code-editor/index.tsx';
import type { JsonPath, ReadJson } from '../json-editor/index.tsx';
import type { ActionsByService } from './actions.ts';
import { checkStatement, type Fields, isFields } from './check-statement.ts';
import type { PolicyKind } from './vocabulary.ts';

const texts = jsonEditor.policy;

/** As the server reads each kind. */
const RULES: Readonly<Record<PolicyKind, PolicyRules>> = {
  identity: { principals: 'forbidden', resources: 'required' },
  trust: { principals: 'required', resources: 'forbidden' },
  resource: { principals: 'required', resources: 'required' },
};

/** Stands for all statements while what is around them is read. */
const ANY_STATEMENT: Readonly<Record<PolicyKind, Fields>> = {
  identity: { Effect: 'Allow', Action: '*', Resource: '*' },
  trust: { Effect: 'Allow', Principal: '*', Action: '*' },
  resource: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
};

/**
 * What is wrong with a policy: by the server's own grammar, one problem a statement, and what the grammar lets pass but AWS refuses or
 * nobody means.
 * @param actions known ones, where they are loaded
 */
export function checkPolicy(json: ReadJson, kind: PolicyKind, actions?: ActionsByService): readonly Problem[] {
  const document = json.value;
  if (!isFields(document)) return told(json, syntaxError(document, kind), []);
  const { Statement } = document;
  const statements: readonly unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  const pathOf = (index: number): JsonPath => (Array.isArray(Statement) ? ['Statement', index] : ['Statement']);
  const frame = statements.length === 0 ? document : { ...document, Statement: ANY_STATEMENT[kind] };
  const problems = [
    ...told(json, syntaxError(frame, kind), []),
    ...statements.flatMap((statement, index) => [
      ...told(json, syntaxError({ Statement: [statement] }, kind), pathOf(index)),
      ...(isFields(statement) ? checkStatement(json, kind, statement, pathOf(index), actions) : []),
    ]),
    ...repeatedSids(json, statements, pathOf),
  ];
  if (document.Version !== undefined || problems.length > 0) return problems;
  return [{ ...json.placeOf([]), message: texts.noVersion, severity: 'warning' }];
}

function syntaxError(document: unknown, kind: PolicyKind): PolicySyntaxError | undefined {
  try {
    parsePolicy(document, RULES[kind]);
    return undefined;
  } catch (error) {
    if (error instanceof PolicySyntaxError) return error;
    throw error;
  }
}

/** @param path of the only statement that was read; empty where it was the whole policy */
function told(json: ReadJson, error: PolicySyntaxError | undefined, path: JsonPath): readonly Problem[] {
  if (!error) return [];
  if (path.length === 0) return [{ ...json.placeOf([error.at]), message: texts.problem(error.at, error.problem) }];
  const within = error.at.replace(/^Statement\[0\]\.?/, '');
  // Operators and keys of conditions hold colons, and tags' keys any character: what is not found is told at what is above it.
  const place = json.placeOf([...path, ...within.split('.').filter((name) => name !== '')]);
  return [{ ...place, message: texts.problem(within === '' ? texts.statement : within, error.problem) }];
}

function repeatedSids(
  json: ReadJson,
  statements: readonly unknown[],
  pathOf: (index: number) => JsonPath,
): readonly Problem[] {
  const sids = statements.map((statement) => (isFields(statement) ? statement.Sid : undefined));
  const seen = new Set<unknown>();
  return sids.flatMap((sid, index) => {
    const isRepeated = seen.has(sid);
    seen.add(sid);
    if (!isRepeated || typeof sid !== 'string' || sid === '') return [];
    return [{ ...json.placeOf([...pathOf(index), 'Sid']), message: texts.twice(sid) }];
  });
}
