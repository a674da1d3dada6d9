import { enumViolations, lengthViolations, patternViolations, refuseViolations } from '../../../aws/index.ts';
import type { LambdaContext } from '../context.ts';
import { conflict, invalidParameter } from '../errors.ts';
import { functionKind, lambdaTime } from '../function-document.ts';
import { functionArn } from '../function-name.ts';
import { LIMITS } from '../limits.ts';
import { pageOf } from '../paging.ts';
import { checkTags } from '../tags/check-tags.ts';
import type { In, LambdaHandlers, Out } from '../types.ts';
import {
  type CodeSigningConfigDocument,
  codeSigningConfigKind,
  configArn,
  requireConfig,
  type UntrustedArtifact,
} from './config-document.ts';

type Operations =
  | 'createCodeSigningConfig'
  | 'getCodeSigningConfig'
  | 'updateCodeSigningConfig'
  | 'deleteCodeSigningConfig'
  | 'listCodeSigningConfigs'
  | 'listFunctionsByCodeSigningConfig';

/** Service model, `Arn`. */
const PROFILE = {
  test: /^arn:aws[\w-]*:[\w-]+:([a-z]{2}(-gov)?-[a-z]+-\d)?:(\d{12})?:.*$/,
  text: 'arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}(-gov)?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)',
};
const POLICIES: readonly UntrustedArtifact[] = ['Warn', 'Enforce'];

/** API reference, `CreateCodeSigningConfig` and its siblings. */
export function codeSigningHandlers(context: LambdaContext): Required<Pick<LambdaHandlers, Operations>> {
  const { store } = context;
  return {
    async createCodeSigningConfig(input, { scope, nowMs }) {
      checkConfig(input);
      const tags = input.Tags ?? {};
      checkTags(tags);
      // AWS's ids have seventeen hexadecimal digits, too.
      const id = `csc-${context.uuid().replaceAll('-', '').slice(0, 17)}`;
      const document: CodeSigningConfigDocument = {
        description: input.Description ?? '',
        publishers: input.AllowedPublishers.SigningProfileVersionArns,
        onUntrusted: policyOf(input) ?? 'Warn',
        lastModified: lambdaTime(nowMs),
        tags,
      };
      await store.transact((tx) => tx.put(codeSigningConfigKind, scope, id, document, 0));
      return { CodeSigningConfig: toOutput(document, configArn(scope, id)) };
    },

    async getCodeSigningConfig({ CodeSigningConfigArn: arn }, { scope }) {
      const { document } = await requireConfig(store, arn, scope);
      return { CodeSigningConfig: toOutput(document, arn) };
    },

    async updateCodeSigningConfig(input, { scope, nowMs }) {
      checkConfig(input);
      const arn = input.CodeSigningConfigArn;
      return store.transact(async (tx) => {
        const { id, document } = await requireConfig(tx, arn, scope);
        const changed: CodeSigningConfigDocument = {
          ...document,
          description: input.Description ?? document.description,
          publishers: input.AllowedPublishers?.SigningProfileVersionArns ?? document.publishers,
          onUntrusted: policyOf(input) ?? document.onUntrusted,
          lastModified: lambdaTime(nowMs),
        };
        await tx.put(codeSigningConfigKind, scope, id, changed);
        return { CodeSigningConfig: toOutput(changed, arn) };
      });
    },

    /** API reference: only one that no function uses. The words of the conflict are ours. */
    async deleteCodeSigningConfig({ CodeSigningConfigArn: arn }, { scope }) {
      await store.transact(async (tx) => {
        const { id } = await requireConfig(tx, arn, scope);
        const functions = await tx.list(functionKind, scope);
        if (functions.some(({ value }) => value.codeSigningConfigArn === arn)) {
          throw conflict(`The code signing configuration ${arn} is used by a function.`);
        }
        await tx.delete(codeSigningConfigKind, scope, id);
      });
      return {};
    },

    async listCodeSigningConfigs(input, { scope }) {
      const wanted = { marker: input.Marker, maxItems: input.MaxItems };
      const { items, marker } = await pageOf(store, codeSigningConfigKind, scope, wanted);
      return {
        CodeSigningConfigs: items.map(({ id, value }) => toOutput(value, configArn(scope, id))),
        ...(marker !== undefined && { NextMarker: marker }),
      };
    },

    /** A page is one of all functions, and those of it that have the configuration. */
    async listFunctionsByCodeSigningConfig(input, { scope }) {
      const arn = input.CodeSigningConfigArn;
      await requireConfig(store, arn, scope);
      const wanted = { marker: input.Marker, maxItems: input.MaxItems };
      const { items, marker } = await pageOf(store, functionKind, scope, wanted);
      const using = items.filter(({ value }) => value.codeSigningConfigArn === arn);
      return {
        FunctionArns: using.map(({ id }) => functionArn(scope, id)),
        ...(marker !== undefined && { NextMarker: marker }),
      };
    },
  };
}

type ConfigInput = Omit<In<'updateCodeSigningConfig'>, 'CodeSigningConfigArn'>;

function policyOf({ CodeSigningPolicies }: ConfigInput): UntrustedArtifact | undefined {
  return POLICIES.find((policy) => policy === CodeSigningPolicies?.UntrustedArtifactOnDeployment);
}

/** Service model: a description of up to 256 characters, one to twenty profiles. */
function checkConfig(input: ConfigInput): void {
  const publishers = input.AllowedPublishers?.SigningProfileVersionArns;
  refuseViolations(
    lengthViolations(input.Description, 'description', LIMITS.descriptionLength),
    enumViolations(
      input.CodeSigningPolicies?.UntrustedArtifactOnDeployment,
      'codeSigningPolicies.untrustedArtifactOnDeployment',
      POLICIES,
    ),
    ...(publishers ?? []).map((arn) =>
      patternViolations(arn, 'allowedPublishers.signingProfileVersionArns.member', PROFILE),
    ),
  );
  if (publishers !== undefined && (publishers.length < 1 || publishers.length > LIMITS.signingProfiles)) {
    throw invalidParameter(`AllowedPublishers must name 1 to ${LIMITS.signingProfiles} versions of signing profiles.`);
  }
}

function toOutput(
  document: CodeSigningConfigDocument,
  arn: string,
): NonNullable<Out<'getCodeSigningConfig'>['CodeSigningConfig']> {
  return {
    CodeSigningConfigId: arn.slice(arn.lastIndexOf(':') + 1),
    CodeSigningConfigArn: arn,
    Description: document.description,
    AllowedPublishers: { SigningProfileVersionArns: [...document.publishers] },
    CodeSigningPolicies: { UntrustedArtifactOnDeployment: document.onUntrusted },
    LastModified: document.lastModified,
  };
}
