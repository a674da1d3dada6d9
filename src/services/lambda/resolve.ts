import type { Reader } from '../../store/index.ts';
import { type AliasDocument, chooseVersion, findAlias } from './aliases/alias-document.ts';
import { type FunctionDocument, functionKind } from './function-document.ts';
import type { FunctionReference } from './function-name.ts';
import type { PolicyStatement } from './permissions/statement.ts';
import { findVersion, type VersionDocument } from './versions/version-document.ts';

/** What a name with a qualifier leads to. */
export interface ResolvedFunction {
  readonly state: FunctionDocument | VersionDocument;
  /** `$LATEST` or a number. */
  readonly version: string;
  /** The policy of what was named: of the function, the version or the alias (Lambda guide, "Using qualifiers"). */
  readonly statements: readonly PolicyStatement[];
  /** The revision of what was named. */
  readonly revisionId: string;
  readonly alias?: AliasDocument;
}

/**
 * Follows a qualifier: none and `$LATEST` to the function as it is, a number to a version, a name by an alias.
 * @param random from 0 inclusive to 1 exclusive, for an alias of two versions; 1 for the first one
 * @returns undefined when something on the way is not there
 */
export async function resolveFunction(
  reader: Reader,
  { scope, name, qualifier = '$LATEST' }: FunctionReference,
  random = 1,
): Promise<ResolvedFunction | undefined> {
  const stateOf = async (version: string) =>
    version === '$LATEST'
      ? (await reader.get(functionKind, scope, name))?.value
      : findVersion(reader, scope, name, version);
  if (qualifier === '$LATEST' || /^\d+$/.test(qualifier)) {
    const state = await stateOf(qualifier);
    return state && { state, version: qualifier, statements: state.statements, revisionId: state.revisionId };
  }
  const alias = await findAlias(reader, scope, name, qualifier);
  if (alias === undefined) return undefined;
  const version = chooseVersion(alias, random);
  const state = await stateOf(version);
  return state && { state, version, statements: alias.statements, revisionId: alias.revisionId, alias };
}
