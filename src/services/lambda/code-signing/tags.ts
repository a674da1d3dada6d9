import type { Scope } from '../../../model/index.ts';
import type { Reader, Transaction } from '../../../store/index.ts';
import { codeSigningConfigKind, requireConfig } from './config-document.ts';

type Tags = Readonly<Record<string, string>>;

/** Whether `TagResource` and its siblings mean a code signing configuration. */
export function isCodeSigningArn(arn: string): boolean {
  return /^arn:[\w-]+:lambda:[^:]*:[^:]*:code-signing-config:/.test(arn);
}

/** The tags of a configuration. @throws {ServiceError} `ResourceNotFoundException` */
export const signingConfigTags = {
  async read(reader: Reader, arn: string, scope: Scope): Promise<Tags> {
    return (await requireConfig(reader, arn, scope)).document.tags;
  },
  async change(tx: Transaction, arn: string, scope: Scope, change: (before: Tags) => Tags): Promise<void> {
    const { id, document } = await requireConfig(tx, arn, scope);
    await tx.put(codeSigningConfigKind, scope, id, { ...document, tags: change(document.tags) });
  },
} as const;
