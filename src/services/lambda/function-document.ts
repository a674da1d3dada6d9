import type { FunctionVersion } from '../../model/index.ts';
import { defineSealedKind, type Reader } from '../../store/index.ts';
import type { FunctionCode } from './code/index.ts';
import type { FunctionReference } from './function-name.ts';
import type { UsedLayer } from './layers/use-layers.ts';
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
  /** In the order in which they are laid over one another; absent without any. */
  readonly layers?: readonly UsedLayer[];
  /** The ARN of a queue or a topic for events that could not be processed. */
  readonly deadLetterTargetArn?: string;
}

/** What runs: `$LATEST` as it is now, or a version as it was when it was published. */
export interface VersionState {
  readonly functionName: string;
  /** A version's number; absent for `$LATEST`. */
  readonly version?: string;
  readonly settings: FunctionSettings;
  readonly architecture: string;
  readonly code: FunctionCode;
  /** Changes with every change of the function, its policy included: what `RevisionId` shows. */
  readonly revisionId: string;
  /** Changes with code and settings alone: what instances are told apart by. */
  readonly executionRevisionId: string;
  /** `2026-11-22T12:00:00.000+0000` */
  readonly lastModified: string;
}

/** A function as it is stored: one document, by its name; what stands in it besides belongs to all its versions. */
export interface FunctionDocument extends VersionState {
  readonly version?: never;
  readonly tags: Readonly<Record<string, string>>;
  /** The statements of its resource policy, in the order in which they were added. */
  readonly statements: readonly PolicyStatement[];
  /** The number of the version that was published last; absent before the first. */
  readonly lastVersion?: number;
  /** What `$LATEST` was by its `executionRevisionId` when a version was published last. */
  readonly publishedRevisionId?: string;
  /** Set when some of the account's concurrency is the function's alone, and all that it may have. */
  readonly reservedConcurrency?: number;
  readonly codeSigningConfigArn?: string;
}

/** Sealed, because its environment holds whatever its owner thinks a function should know. */
export const functionKind = defineSealedKind<FunctionDocument>('Function');

/** The function itself; undefined for one that is not there, and for a qualifier other than `$LATEST`. */
export async function findFunction(
  reader: Reader,
  { scope, name, qualifier }: FunctionReference,
): Promise<FunctionDocument | undefined> {
  if (qualifier !== undefined && qualifier !== '$LATEST') return undefined;
  return (await reader.get(functionKind, scope, name))?.value;
}

/** The function as the runtime needs it. */
export function toVersion(
  { functionName, version = '$LATEST', settings, code, executionRevisionId }: VersionState,
  { scope, arn }: FunctionReference,
  codeDirectory: (code: Pick<FunctionCode, 'folder' | 'localFolder'>) => string,
): FunctionVersion {
  return {
    arn,
    functionName,
    version,
    revisionId: executionRevisionId,
    runtime: settings.runtime,
    handler: settings.handler,
    codeDirectory: codeDirectory(code),
    ...(settings.layers && { layerDirectories: settings.layers.map(codeDirectory) }),
    environment: settings.environment ?? {},
    memorySizeMb: settings.memorySizeMb,
    timeoutMs: settings.timeoutSeconds * 1000,
    ephemeralStorageMb: settings.ephemeralStorageMb,
    region: scope.region,
    accountId: scope.accountId,
    roleArn: settings.role,
  };
}

/** How Lambda writes a time. */
export function lambdaTime(nowMs: number): string {
  return new Date(nowMs).toISOString().replace('Z', '+0000');
}
