import { refuseViolations } from '../../../aws/index.ts';
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

const VERSION_ARN = /^arn:[\w-]+:lambda:[a-z0-9-]+:\d{12}:layer:[\w-]+:\d+$/;
const CONSTRAINT =
  'Member must satisfy constraint: [Member must have length less than or equal to 140, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: (arn:[a-zA-Z0-9-]+:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+)|(arn:[a-zA-Z0-9-]+:lambda:::awslayer:[a-zA-Z0-9-_]+), Member must not be null]';

/**
 * The layers that a function names.
 * @throws {ServiceError} for what is no version of a layer, for one of another region, for one layer twice, and for one that is not
 *   there (recorded: `test_layer_function_exceptions`, April 2024), and for too many, in words of ours
 */
export async function useLayers(reader: Reader, scope: Scope, arns: readonly string[]): Promise<readonly UsedLayer[]> {
  if (arns.length > LIMITS.layers) throw invalidParameter(`Cannot reference more than ${LIMITS.layers} layers.`);
  if (!arns.every((arn) => arn.length <= 140 && VERSION_ARN.test(arn))) {
    refuseViolations([`Value '[${arns.join(', ')}]' at 'layers' failed to satisfy constraint: ${CONSTRAINT}`]);
  }
  /** The version of each layer that is named, by the layer's ARN. */
  const named = new Map<string, string>();
  const used: UsedLayer[] = [];
  for (const arn of arns) {
    const reference = referToLayer(arn, scope);
    if (reference.scope.region !== scope.region) {
      throw invalidParameter(
        `Layers are not in the same region as the function. Layers are expected to be in region ${scope.region}.`,
      );
    }
    const other = named.get(reference.arn);
    if (other !== undefined) {
      throw invalidParameter(
        `Two different versions of the same layer are not allowed to be referenced in the same function. ${other} and ${arn} are versions of the same layer.`,
      );
    }
    named.set(reference.arn, arn);
    const document = await findLayerVersion(reader, reference, reference.version ?? 0);
    if (document === undefined) throw invalidParameter(`Layer version ${arn} does not exist.`);
    used.push({ arn, sizeBytes: document.code.sizeBytes, folder: document.code.folder });
  }
  return used;
}
