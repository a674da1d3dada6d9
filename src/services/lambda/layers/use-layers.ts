import type { Scope } from '../../../model/index.ts';
import type { Reader } from '../../../store/index.ts';
import { invalidParameter } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { findLayerVersion, referToLayer } from './layer-document.ts';

/** A layer as a function uses it: it stays when the layer's version is deleted. */
export interface UsedLayer {
  /** Of the version. */
  readonly arn: string;
  readonly sizeBytes: number;
  /** Of its code. */
  readonly folder: string;
}

/**
 * The layers that a function names.
 * @throws {ServiceError} for too many, for one twice, and for one that is not there (recorded: `test_layer_function_exceptions`)
 */
export async function useLayers(reader: Reader, scope: Scope, arns: readonly string[]): Promise<readonly UsedLayer[]> {
  if (arns.length > LIMITS.layers) throw invalidParameter(`Cannot reference more than ${LIMITS.layers} layers.`);
  const names = new Set<string>();
  const used: UsedLayer[] = [];
  for (const arn of arns) {
    const reference = referToLayer(arn, scope);
    const { version } = reference;
    if (version === undefined || reference.scope.region !== scope.region) {
      throw invalidParameter(`Layer version ARN is expected in the function's region: ${arn}`);
    }
    if (names.has(reference.arn))
      throw invalidParameter(
        'Two different versions of the same layer are not allowed to be referenced in the same function.',
      );
    names.add(reference.arn);
    const document = await findLayerVersion(reader, reference, version);
    if (document === undefined) throw invalidParameter(`Layer version ${arn} does not exist.`);
    used.push({ arn, sizeBytes: document.code.sizeBytes, folder: document.code.folder });
  }
  return used;
}
