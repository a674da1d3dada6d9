import { lengthViolations, patternViolations, refuseViolations } from '../../../aws/index.ts';
import type { LambdaContext } from '../context.ts';
import { conflict, invalidParameter, notFound, revisionMismatch, userError } from '../errors.ts';
import { type FunctionReference, qualifiedArn, referTo } from '../function-name.ts';
import { LIMITS } from '../limits.ts';
import type { In, LambdaHandlers } from '../types.ts';
import { requirePolicyTarget } from './policy-target.ts';
import { type PolicyStatement, policyText, toStatement } from './statement.ts';

const PATTERNS = {
  statementId: { test: /^[a-zA-Z0-9-_]+$/, text: '([a-zA-Z0-9-_]+)' },
  action: { test: /^(lambda:[*]|lambda:[a-zA-Z]+|[*])$/, text: '(lambda:[*]|lambda:[a-zA-Z]+|[*])' },
  principal: { test: /^\S+$/, text: '[^\\s]+' },
  sourceArn: {
    test: /^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9-])+:([a-z0-9-]*):(\d{12})?:(.*)$/,
    text: 'arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}(-gov)?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)',
  },
  sourceAccount: { test: /^\d{12}$/, text: '\\d{12}' },
  eventSourceToken: { test: /^[a-zA-Z0-9._-]+$/, text: '[a-zA-Z0-9._\\-]+' },
};

/** API reference, `AddPermission`, `RemovePermission`, `GetPolicy`. Every change of the policy is a new `RevisionId`. */
export function permissionHandlers(
  context: LambdaContext,
): Required<Pick<LambdaHandlers, 'addPermission' | 'removePermission' | 'getPolicy'>> {
  /** Changes a policy in one transaction; the change may be run again. */
  const changePolicy = (
    reference: FunctionReference,
    expectedRevisionId: string | undefined,
    change: (before: readonly PolicyStatement[]) => readonly PolicyStatement[],
  ) => {
    const revisionId = context.uuid();
    return context.store.transact(async (tx) => {
      const target = await requirePolicyTarget(tx, reference);
      if (expectedRevisionId !== undefined && expectedRevisionId !== target.revisionId) throw revisionMismatch();
      await target.write(tx, change(target.statements), revisionId);
    });
  };

  return {
    async addPermission(input, { scope }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      checkPermission(input);
      const statement = toStatement(input, qualifiedArn(reference));
      await changePolicy(reference, input.RevisionId, (before) => {
        if (before.some(({ Sid }) => Sid === statement.Sid)) {
          throw conflict(
            `The statement id (${statement.Sid}) provided already exists. Please provide a new statement id, or remove the existing statement.`,
          );
        }
        const statements = [...before, statement];
        const size = Buffer.byteLength(policyText(statements));
        if (size > LIMITS.policyBytes) {
          const message = `The final policy size (${size}) is bigger than the limit (${LIMITS.policyBytes}).`;
          throw userError('PolicyLengthExceededException', 400, message);
        }
        return statements;
      });
      return { Statement: JSON.stringify(statement) };
    },

    async removePermission(input, { scope }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      await changePolicy(reference, input.RevisionId, (before) => {
        if (before.length === 0) throw notFound('No policy is associated with the given resource.');
        const statements = before.filter(({ Sid }) => Sid !== input.StatementId);
        if (statements.length === before.length) {
          throw notFound(`Statement ${input.StatementId} is not found in resource policy.`);
        }
        return statements;
      });
      return {};
    },

    async getPolicy(input, { scope }) {
      const reference = referTo(input.FunctionName, scope, input.Qualifier);
      const { statements, revisionId } = await requirePolicyTarget(context.store, reference);
      if (statements.length === 0) throw notFound('The resource you requested does not exist.');
      return { Policy: policyText(statements), RevisionId: revisionId };
    },
  };
}

function checkPermission(input: In<'addPermission'>): void {
  refuseViolations(
    patternViolations(input.StatementId, 'statementId', PATTERNS.statementId),
    lengthViolations(input.StatementId, 'statementId', 100),
    patternViolations(input.Action, 'action', PATTERNS.action),
    patternViolations(input.Principal, 'principal', PATTERNS.principal),
    patternViolations(input.SourceArn, 'sourceArn', PATTERNS.sourceArn),
    patternViolations(input.SourceAccount, 'sourceAccount', PATTERNS.sourceAccount),
    patternViolations(input.EventSourceToken, 'eventSourceToken', PATTERNS.eventSourceToken),
  );
  if (input.Qualifier === '$LATEST' || input.FunctionName.endsWith(':$LATEST')) {
    throw invalidParameter('We currently do not support adding policies for $LATEST.');
  }
}
