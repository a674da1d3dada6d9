import type { Scope } from '../../../model/index.ts';
import { defineKind, type Reader } from '../../../store/index.ts';
import type { FunctionCode } from '../code/index.ts';
import { invalidParameter, notFound } from '../errors.ts';

/** A version of a layer as it is stored, by `NAME/NUMBER`; nothing but its policy changes. */
export interface LayerVersionDocument {
  readonly layerName: string;
  readonly version: number;
  readonly description: string;
  readonly code: FunctionCode;
  /** `2026-11-22T12:00:00.000+0000` */
  readonly createdDate: string;
  readonly compatibleRuntimes?: readonly string[];
  readonly compatibleArchitectures?: readonly string[];
  readonly licenseInfo?: string;
  readonly statements: readonly LayerStatement[];
  readonly policyRevisionId: string;
}

/** Who else may use a version, in the member order in which AWS prints it. */
export interface LayerStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: '*' | { readonly AWS: string };
  readonly Action: string;
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The number of the version that was published last; numbers are never used again (API reference, `DeleteLayerVersion`). */
interface LayerDocument {
  readonly lastVersion: number;
}

export const layerKind = defineKind<LayerDocument>('Layer');
export const layerVersionKind = defineKind<LayerVersionDocument>('LayerVersion');

/** Digits enough that the order of ids is the order of versions. */
export function layerVersionId(name: string, version: number): string {
  return `${name}/${String(version).padStart(12, '0')}`;
}

export interface LayerReference {
  readonly scope: Scope;
  readonly name: string;
  readonly arn: string;
  /** Set when the ARN of a version was given. */
  readonly version?: number;
}

const LAYER_ARN = /^arn:aws[\w-]*:lambda:([a-z0-9-]+):(\d{12}):layer:([\w-]+)(?::(\d+))?$/;

/** @param text a name, a layer's ARN or that of a version. @throws {ServiceError} for anything else */
export function referToLayer(text: string, scope: Scope): LayerReference {
  if (/^[\w-]{1,140}$/.test(text)) return { scope, name: text, arn: layerArn(scope, text) };
  const [, region = '', accountId = '', name = '', version] = LAYER_ARN.exec(text) ?? [];
  if (name === '') throw invalidParameter(`The layer name or ARN is invalid: ${text}`);
  const own = { region, accountId };
  return { scope: own, name, arn: layerArn(own, name), ...(version !== undefined && { version: Number(version) }) };
}

function layerArn({ region, accountId }: Scope, name: string): string {
  return `arn:aws:lambda:${region}:${accountId}:layer:${name}`;
}

export async function findLayerVersion(
  reader: Reader,
  { scope, name }: LayerReference,
  version: number,
): Promise<LayerVersionDocument | undefined> {
  return (await reader.get(layerVersionKind, scope, layerVersionId(name, version)))?.value;
}

/** Recorded: `test_layer_exceptions`. */
export function checkLayerVersion(version: number): void {
  if (version < 1) throw invalidParameter('Layer Version Cannot be less than 1');
}

/**
 * @param missing what to say of one that is not there (recorded: `test_layer_exceptions`)
 * @throws {ServiceError} `ResourceNotFoundException`
 */
export async function requireLayerVersion(
  reader: Reader,
  reference: LayerReference,
  version: number,
  missing = 'The resource you requested does not exist.',
): Promise<LayerVersionDocument> {
  checkLayerVersion(version);
  const document = await findLayerVersion(reader, reference, version);
  if (document === undefined) throw notFound(missing);
  return document;
}
