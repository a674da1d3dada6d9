import type { Scope } from '../../../model/index.ts';
import { defineKind, type Reader } from '../../../store/index.ts';
import type { VersionState } from '../function-document.ts';
import type { PolicyStatement } from '../permissions/statement.ts';

/** A published version as it is stored, by `NAME/NUMBER`; nothing but its policy changes. */
export interface VersionDocument extends VersionState {
  readonly version: string;
  readonly statements: readonly PolicyStatement[];
}

export const versionKind = defineKind<VersionDocument>('FunctionVersion');

/** Digits enough that the order of ids is the order of versions. */
export function versionId(name: string, version: string): string {
  return `${name}/${version.padStart(12, '0')}`;
}

/** Undefined for what is no version's number, and for a version that is not there. */
export async function findVersion(
  reader: Reader,
  scope: Scope,
  name: string,
  version: string,
): Promise<VersionDocument | undefined> {
  if (!/^[1-9]\d{0,11}$/.test(version)) return undefined;
  return (await reader.get(versionKind, scope, versionId(name, version)))?.value;
}

/** All versions of a function, the oldest first. */
export async function listVersions(reader: Reader, scope: Scope, name: string): Promise<readonly VersionDocument[]> {
  return (await reader.list(versionKind, scope, { prefix: `${name}/` })).map(({ value }) => value);
}
