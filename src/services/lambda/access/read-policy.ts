import { type CompiledPolicy, compilePolicy, PolicySyntaxError } from '../../../policy/index.ts';
import { type PolicyStatement, policyText } from '../permissions/statement.ts';

/** A function's own policy; undefined where it has none. */
export function readPolicy(statements: readonly PolicyStatement[], functionArn: string): CompiledPolicy | undefined {
  if (statements.length === 0) return undefined;
  try {
    return compilePolicy(JSON.parse(policyText(statements)), 'resource', `${functionArn} policy`);
  } catch (error) {
    // Statements that nobody can evaluate allow nothing; those that `AddPermission` makes deny nothing either.
    if (error instanceof PolicySyntaxError) return undefined;
    throw error;
  }
}
