import type { Output } from '../../../aws/index.ts';
import { itemPatches, listPatches, type Patch, valuePatches } from '../../../data/index.ts';

export type RestApi = Output<'apigateway', 'getRestApi'>;

export const ENDPOINT_TYPES = ['REGIONAL', 'EDGE', 'PRIVATE'] as const;
export const IP_TYPES = ['ipv4', 'dualstack'] as const;

/** Where an API answers, as it is edited. */
export interface EndpointDraft {
  readonly type: string;
  readonly ipType: string;
  /** A line each. */
  readonly vpcEndpoints: string;
  readonly isExecuteApiOn: boolean;
}

export function endpointDraftOf({ endpointConfiguration = {}, disableExecuteApiEndpoint }: RestApi): EndpointDraft {
  const { types = [], ipAddressType = 'ipv4', vpcEndpointIds = [] } = endpointConfiguration;
  return {
    type: types[0] ?? 'REGIONAL',
    ipType: ipAddressType,
    vpcEndpoints: vpcEndpointIds.join('\n'),
    isExecuteApiOn: disableExecuteApiEndpoint !== true,
  };
}

/** API reference, "Patch Operations", UpdateRestApi. A private API is dualstack, and only one has VPC endpoints. */
export function endpointPatches(before: EndpointDraft, after: EndpointDraft): readonly Patch[] {
  const isPrivate = after.type === 'PRIVATE';
  const at = '/endpointConfiguration';
  return [
    ...valuePatches(`${at}/types/${before.type}`, before.type, after.type),
    ...valuePatches(`${at}/ipAddressType`, before.ipType, isPrivate ? 'dualstack' : after.ipType),
    ...listPatches(`${at}/vpcEndpointIds`, linesOf(before.vpcEndpoints), isPrivate ? linesOf(after.vpcEndpoints) : []),
    ...valuePatches('/disableExecuteApiEndpoint', String(!before.isExecuteApiOn), String(!after.isExecuteApiOn)),
  ];
}

/** What becomes of bodies, as it is edited. */
export interface ContentDraft {
  readonly isCompressed: boolean;
  readonly minimum: string;
  /** A line each. */
  readonly binaryTypes: string;
}

export function contentDraftOf({ minimumCompressionSize, binaryMediaTypes = [] }: RestApi): ContentDraft {
  return {
    isCompressed: minimumCompressionSize !== undefined,
    minimum: String(minimumCompressionSize ?? 0),
    binaryTypes: binaryMediaTypes.join('\n'),
  };
}

export function contentPatches(before: ContentDraft, after: ContentDraft): readonly Patch[] {
  return [
    ...valuePatches('/minimumCompressionSize', minimumOf(before), minimumOf(after)),
    ...itemPatches('/binaryMediaTypes', linesOf(before.binaryTypes), linesOf(after.binaryTypes)),
  ];
}

/** Empty: nothing is compressed. */
function minimumOf({ isCompressed, minimum }: ContentDraft): string {
  return isCompressed ? minimum : '';
}

function linesOf(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,]+/).filter((line) => line !== ''))];
}
