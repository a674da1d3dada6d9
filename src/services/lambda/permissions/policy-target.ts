import type { Reader, Transaction } from '../../../store/index.ts';
import { aliasKind, findAlias } from '../aliases/alias-document.ts';
import { functionNotFound, notFound } from '../errors.ts';
import { findFunction, functionKind } from '../function-document.ts';
import { type FunctionReference, qualifiedArn } from '../function-name.ts';
import { findVersion, versionId, versionKind } from '../versions/version-document.ts';
import type { PolicyStatement } from './statement.ts';

/** What a policy belongs to: a function, one of its versions or one of its aliases. Each has its own. */
export interface PolicyTarget {
  readonly statements: readonly PolicyStatement[];
  readonly revisionId: string;
  /** Puts the statements and a new revision in their place. */
  write(tx: Transaction, statements: readonly PolicyStatement[], revisionId: string): Promise<void>;
}

/** @throws {ServiceError} `ResourceNotFoundException` */
export async function requirePolicyTarget(reader: Reader, reference: FunctionReference): Promise<PolicyTarget> {
  const { scope, name, qualifier } = reference;
  if (qualifier === undefined || qualifier === '$LATEST') {
    const document = await findFunction(reader, reference);
    if (document === undefined) throw functionNotFound(qualifiedArn(reference));
    return {
      ...document,
      write: (tx, statements, revisionId) => tx.put(functionKind, scope, name, { ...document, statements, revisionId }),
    };
  }
  if (/^\d+$/.test(qualifier)) {
    const document = await findVersion(reader, scope, name, qualifier);
    if (document === undefined) throw functionNotFound(qualifiedArn(reference));
    const id = versionId(name, qualifier);
    return {
      ...document,
      write: (tx, statements, revisionId) => tx.put(versionKind, scope, id, { ...document, statements, revisionId }),
    };
  }
  const alias = await findAlias(reader, scope, name, qualifier);
  // Recorded: `test_permission_exceptions`.
  if (alias === undefined) throw notFound(`Cannot find alias arn: ${qualifiedArn(reference)}`);
  const id = `${name}/${qualifier}`;
  return {
    ...alias,
    write: (tx, statements, revisionId) => tx.put(aliasKind, scope, id, { ...alias, statements, revisionId }),
  };
}
