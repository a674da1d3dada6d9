import type { FunctionVersion } from '../../model/index.ts';
import { defineSealedKind, type Reader } from '../../store/index.ts';
import type { FunctionCode } from './code/index.ts';
import type { FunctionReference } from './function-name.ts';
import type { PolicyStatement } from './permissions/statement.ts';

/** What a user can set on a function. */
export interface FunctionSettings {
  readonly runtime: string;
  readonly role: string;
  readonly handler: string;
  readonly description: string;
  readonly timeoutSeconds: number;
  readonly memorySizeMb: number;
  /** Absent when never given: AWS then prints no `Environment` at all. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly ephemeralStorageMb: number;
  /** The ARN of a queue or a topic for events that could not be processed. */
  readonly deadLetterTargetArn?: string;
}

/** A function as it is stored: one document, by its name. */
export interface FunctionDocument {
  readonly functionName: string;
  readonly settings: FunctionSettings;
  readonly architecture: string;
  readonly code: FunctionCode;
  /** Changes with every change of the function, its policy included: what `RevisionId` shows. */
  readonly revisionId: string;
  /** Changes with code and settings alone: what instances are told apart by. */
  readonly executionRevisionId: string;
  /** `2026-11-22T12:00:00.000+0000` */
  readonly lastModified: string;
  readonly tags: Readonly<Record<string, string>>;
  /** The statements of its resource policy, in the order in which they were added. */
  readonly statements: readonly PolicyStatement[];
}

/** Sealed, because its environment holds whatever its owner thinks a function should know. */
export const functionKind = defineSealedKind<FunctionDocument>('Function');

/** Undefined for a function that is not there, and for a qualifier other than `$LATEST`: there are no versions yet. */
export async function findFunction(
  reader: Reader,
  { scope, name, qualifier }: FunctionReference,
): Promise<FunctionDocument | undefined> {
  if (qualifier !== undefined && qualifier !== '$LATEST') return undefined;
  return (await reader.get(functionKind, scope, name))?.value;
}

/** The function as the runtime needs it. */
export function toVersion(
  { functionName, settings, code, executionRevisionId }: FunctionDocument,
  { scope, arn }: FunctionReference,
  codeDirectory: (code: FunctionCode) => string,
): FunctionVersion {
  return {
    arn,
    functionName,
    version: '$LATEST',
    revisionId: executionRevisionId,
    runtime: settings.runtime,
    handler: settings.handler,
    codeDirectory: codeDirectory(code),
    environment: settings.environment ?? {},
    memorySizeMb: settings.memorySizeMb,
    timeoutMs: settings.timeoutSeconds * 1000,
    region: scope.region,
    accountId: scope.accountId,
  };
}

/** How Lambda writes a time. */
export function lambdaTime(nowMs: number): string {
  return new Date(nowMs).toISOString().replace('Z', '+0000');
}
