import type { Scope } from '../../../model/index.ts';
import { defineKind, type Reader } from '../../../store/index.ts';
import type { PolicyStatement } from '../permissions/statement.ts';

/** An alias as it is stored, by `NAME/ALIAS`. */
export interface AliasDocument {
  readonly name: string;
  /** `$LATEST` or a number. */
  readonly functionVersion: string;
  readonly description: string;
  /** Shares of the calls, between 0 and 1, by other versions. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly revisionId: string;
  readonly statements: readonly PolicyStatement[];
}

export const aliasKind = defineKind<AliasDocument>('FunctionAlias');

export async function findAlias(
  reader: Reader,
  scope: Scope,
  name: string,
  alias: string,
): Promise<AliasDocument | undefined> {
  return (await reader.get(aliasKind, scope, `${name}/${alias}`))?.value;
}

/** All aliases of a function, by name. */
export async function listAliases(reader: Reader, scope: Scope, name: string): Promise<readonly AliasDocument[]> {
  return (await reader.list(aliasKind, scope, { prefix: `${name}/` })).map(({ value }) => value);
}

/**
 * The version that one call of an alias runs (Lambda guide, "Implement Lambda canary deployments using a weighted alias").
 * @param random from 0 inclusive to 1 exclusive
 */
export function chooseVersion({ functionVersion, weights = {} }: AliasDocument, random: number): string {
  let below = 0;
  for (const [version, weight] of Object.entries(weights)) {
    below += weight;
    if (random < below) return version;
  }
  return functionVersion;
}
