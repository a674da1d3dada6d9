import {
  enumListViolations,
  enumViolations,
  lengthViolations,
  patternViolations,
  refuseViolations,
} from '../../../aws/index.ts';
import type { LambdaContext } from '../context.ts';
import { lambdaTime } from '../function-document.ts';
import { ARCHITECTURES, LIMITS, RUNTIMES } from '../limits.ts';
import { pageOf } from '../paging.ts';
import type { In, LambdaHandlers, Out } from '../types.ts';
import {
  checkLayerVersion,
  type LayerReference,
  type LayerVersionDocument,
  layerKind,
  layerVersionId,
  layerVersionKind,
  referToLayer,
  requireLayerVersion,
} from './layer-document.ts';

/** Recorded: `test_layer_exceptions` (April 2024). */
const VERSION_ARN = {
  test: /^arn:aws[\w-]*:lambda:[a-z0-9-]+:\d{12}:layer:[\w-]+:\d+$/,
  text: 'arn:(aws[a-zA-Z-]*)?:lambda:[a-z]{2}((-gov)|(-iso(b?)))?-[a-z]+-\\d{1}:\\d{12}:layer:[a-zA-Z0-9-_]+:[0-9]+',
};
const NAME = { test: /^(arn:aws[\w-]*:lambda:[a-z0-9-]+:\d{12}:layer:)?[\w-]+$/, text: '[a-zA-Z0-9-_]+' };

/** API reference, `PublishLayerVersion` and what reads and deletes what it made. */
export function layerHandlers(
  context: LambdaContext,
): Required<
  Pick<
    LambdaHandlers,
    | 'publishLayerVersion'
    | 'getLayerVersion'
    | 'getLayerVersionByArn'
    | 'listLayers'
    | 'listLayerVersions'
    | 'deleteLayerVersion'
  >
> {
  const { store } = context;
  const show = async (document: LayerVersionDocument, reference: LayerReference) =>
    toOutput(document, reference, await context.locationOf(document.code));
  return {
    async publishLayerVersion(input, { scope, nowMs }) {
      checkLayer(input);
      const reference = referToLayer(input.LayerName, scope);
      const zip = await context.zipOf(input.Content, 'PublishLayerVersion', scope.region);
      const policyRevisionId = context.uuid();
      const document = await context.code.add(zip, (code) =>
        store.transact(async (tx) => {
          const before = (await tx.get(layerKind, reference.scope, reference.name))?.value;
          const version = (before?.lastVersion ?? 0) + 1;
          const document: LayerVersionDocument = {
            layerName: reference.name,
            version,
            description: input.Description ?? '',
            code,
            createdDate: lambdaTime(nowMs),
            ...(input.CompatibleRuntimes && { compatibleRuntimes: input.CompatibleRuntimes }),
            ...(input.CompatibleArchitectures && { compatibleArchitectures: input.CompatibleArchitectures }),
            ...(input.LicenseInfo !== undefined && { licenseInfo: input.LicenseInfo }),
            statements: [],
            policyRevisionId,
          };
          await tx.put(layerKind, reference.scope, reference.name, { lastVersion: version });
          await tx.put(layerVersionKind, reference.scope, layerVersionId(reference.name, version), document, 0);
          return document;
        }),
      );
      return show(document, reference);
    },

    async getLayerVersion(input, { scope }) {
      const reference = referToLayer(input.LayerName, scope);
      return show(await requireLayerVersion(store, reference, input.VersionNumber), reference);
    },

    async getLayerVersionByArn(input, { scope }) {
      refuseViolations(patternViolations(input.Arn, 'arn', VERSION_ARN));
      const reference = referToLayer(input.Arn, scope);
      return show(await requireLayerVersion(store, reference, reference.version ?? 0), reference);
    },

    async listLayerVersions(input, { scope }) {
      checkFilter(input);
      const reference = referToLayer(input.LayerName, scope);
      const found = await store.list(layerVersionKind, reference.scope, { prefix: `${reference.name}/` });
      // The newest first, as on AWS; a layer has few enough versions for one page.
      const versions = found.map(({ value }) => value).filter((document) => isMatching(document, input));
      return { LayerVersions: versions.reverse().map((document) => toListed(document, reference)) };
    },

    async listLayers(input, { scope }) {
      checkFilter(input);
      const { items, marker } = await pageOf(store, layerKind, scope, {
        marker: input.Marker,
        maxItems: input.MaxItems,
      });
      const layers = await Promise.all(
        items.map(async ({ id }) => {
          const reference = referToLayer(id, scope);
          const versions = (await store.list(layerVersionKind, scope, { prefix: `${id}/` })).map(({ value }) => value);
          const latest = versions.findLast((document) => isMatching(document, input));
          return (
            latest && { LayerName: id, LayerArn: reference.arn, LatestMatchingVersion: toListed(latest, reference) }
          );
        }),
      );
      return {
        Layers: layers.filter((layer) => layer !== undefined),
        ...(marker !== undefined && { NextMarker: marker }),
      };
    },

    /** One that is not there is gone. Functions that use it keep it (API reference, `DeleteLayerVersion`). */
    async deleteLayerVersion(input, { scope }) {
      const { scope: own, name } = referToLayer(input.LayerName, scope);
      checkLayerVersion(input.VersionNumber);
      await store.transact((tx) => tx.delete(layerVersionKind, own, layerVersionId(name, input.VersionNumber)));
      context.collectGarbage();
      return {};
    },
  };
}

function checkLayer(input: In<'publishLayerVersion'>): void {
  refuseViolations(
    patternViolations(input.LayerName, 'layerName', NAME),
    lengthViolations(input.LayerName, 'layerName', LIMITS.functionNameOrArnLength),
    lengthViolations(input.Description, 'description', LIMITS.descriptionLength),
    lengthViolations(input.LicenseInfo, 'licenseInfo', 512),
    ...(input.CompatibleRuntimes ?? []).map((runtime) => enumViolations(runtime, 'compatibleRuntimes', RUNTIMES)),
    enumListViolations(input.CompatibleArchitectures, 'compatibleArchitectures', ARCHITECTURES),
  );
}

type Filter = Pick<In<'listLayers'>, 'CompatibleRuntime' | 'CompatibleArchitecture'>;

function checkFilter({ CompatibleRuntime, CompatibleArchitecture }: Filter): void {
  refuseViolations(
    enumViolations(CompatibleRuntime, 'compatibleRuntime', RUNTIMES),
    enumViolations(CompatibleArchitecture, 'compatibleArchitecture', ARCHITECTURES),
  );
}

/** A version that names no runtimes or architectures fits only who asks for none. */
function isMatching(
  { compatibleRuntimes = [], compatibleArchitectures = [] }: LayerVersionDocument,
  { CompatibleRuntime: runtime, CompatibleArchitecture: architecture }: Filter,
): boolean {
  if (runtime !== undefined && !compatibleRuntimes.includes(runtime)) return false;
  return architecture === undefined || compatibleArchitectures.includes(architecture);
}

function toListed(document: LayerVersionDocument, { arn }: LayerReference) {
  return {
    LayerVersionArn: `${arn}:${document.version}`,
    Version: document.version,
    Description: document.description,
    CreatedDate: document.createdDate,
    ...(document.compatibleRuntimes && { CompatibleRuntimes: document.compatibleRuntimes }),
    ...(document.compatibleArchitectures && { CompatibleArchitectures: document.compatibleArchitectures }),
    ...(document.licenseInfo !== undefined && { LicenseInfo: document.licenseInfo }),
  };
}

function toOutput(
  document: LayerVersionDocument,
  reference: LayerReference,
  location: string | undefined,
): Out<'getLayerVersion'> {
  const { sha256, sizeBytes } = document.code;
  return {
    Content: { ...(location !== undefined && { Location: location }), CodeSha256: sha256, CodeSize: sizeBytes },
    LayerArn: reference.arn,
    ...toListed(document, reference),
  };
}
