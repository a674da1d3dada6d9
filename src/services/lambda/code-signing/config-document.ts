import type { Scope } from '../../../model/index.ts';
import { defineKind, type Reader } from '../../../store/index.ts';
import { notFound } from '../errors.ts';

export type UntrustedArtifact = 'Warn' | 'Enforce';

/** A code signing configuration as it is stored, by its id. */
export interface CodeSigningConfigDocument {
  readonly description: string;
  /** ARNs of versions of signing profiles. */
  readonly publishers: readonly string[];
  readonly onUntrusted: UntrustedArtifact;
  /** `2026-11-22T12:00:00.000+0000` */
  readonly lastModified: string;
  readonly tags: Readonly<Record<string, string>>;
}

export const codeSigningConfigKind = defineKind<CodeSigningConfigDocument>('CodeSigningConfig');

const ARN = /^arn:aws[\w-]*:lambda:([a-z0-9-]+):(\d{12}):code-signing-config:(csc-[a-z0-9]{17})$/;

/** The id that an ARN of the caller's own account and region names. */
export function configIdOf(arn: string, { accountId, region }: Scope): string | undefined {
  const [, ofRegion, ofAccount, id] = ARN.exec(arn) ?? [];
  return ofRegion === region && ofAccount === accountId ? id : undefined;
}

export function configArn({ region, accountId }: Scope, id: string): string {
  return `arn:aws:lambda:${region}:${accountId}:code-signing-config:${id}`;
}

export async function findConfig(
  reader: Reader,
  arn: string,
  scope: Scope,
): Promise<CodeSigningConfigDocument | undefined> {
  const id = configIdOf(arn, scope);
  return id === undefined ? undefined : (await reader.get(codeSigningConfigKind, scope, id))?.value;
}

/** @throws {ServiceError} `ResourceNotFoundException` (the text as localstack has it; no recording was read) */
export async function requireConfig(
  reader: Reader,
  arn: string,
  scope: Scope,
): Promise<{ readonly id: string; readonly document: CodeSigningConfigDocument }> {
  const id = configIdOf(arn, scope);
  const document = await findConfig(reader, arn, scope);
  if (id === undefined || document === undefined) {
    throw notFound(`The Lambda code signing configuration ${arn} can not be found.`);
  }
  return { id, document };
}
