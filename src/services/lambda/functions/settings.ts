import {
  enumViolations,
  lengthViolations,
  patternViolations,
  rangeViolations,
  refuseViolations,
} from '../../../aws/index.ts';
import { invalidParameter } from '../errors.ts';
import { parseDestination } from '../events/index.ts';
import { LIMITS, RESERVED_VARIABLES, RUNTIMES } from '../limits.ts';
import { refuse } from '../refuse.ts';
import type { In } from '../types.ts';

/** The settings that `CreateFunction` and `UpdateFunctionConfiguration` have in common. */
export type SettingsInput = Omit<In<'updateFunctionConfiguration'>, 'FunctionName' | 'RevisionId'>;

const ROLE = {
  test: /^arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role\/?[a-zA-Z_0-9+=,.@\-_/]+$/,
  text: 'arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+',
};
const HANDLER = { test: /^\S+$/, text: '[^\\s]+' };
const VARIABLE_NAME = { test: /^[a-zA-Z]\w+$/, text: '[a-zA-Z]([a-zA-Z0-9_])+' };

/**
 * Checks what a call sets, as AWS does: first the service model's constraints, then what the service itself refuses.
 * @throws {ServiceError} `ValidationException` or `InvalidParameterValueException`
 */
export function checkSettings(input: SettingsInput): void {
  const variables = input.Environment?.Variables ?? {};
  refuseViolations(
    patternViolations(input.Role, 'role', ROLE),
    patternViolations(input.Handler, 'handler', HANDLER),
    lengthViolations(input.Handler, 'handler', LIMITS.handlerLength),
    lengthViolations(input.Description, 'description', LIMITS.descriptionLength),
    rangeViolations(input.Timeout, 'timeout', LIMITS.timeoutSeconds),
    rangeViolations(input.MemorySize, 'memorySize', LIMITS.memorySizeMb),
    rangeViolations(input.EphemeralStorage?.Size, 'ephemeralStorage.size', LIMITS.ephemeralStorageMb),
    enumViolations(input.TracingConfig?.Mode, 'tracingConfig.mode', ['Active', 'PassThrough']),
    ...Object.keys(variables).map((name) => patternViolations(name, 'environment.variables.key', VARIABLE_NAME)),
  );
  checkRuntime(input.Runtime);
  checkDeadLetterTarget(input.DeadLetterConfig?.TargetArn);
  checkEnvironment(variables);
  refuseUnsupported(input);
}

/** The list of the service model is not part of the sentence that we can record, so the valid names follow as they stand. */
function checkRuntime(runtime: string | undefined): void {
  if (runtime === undefined || RUNTIMES.includes(runtime)) return;
  throw invalidParameter(
    `Value ${runtime} at 'runtime' failed to satisfy constraint: Member must satisfy enum value set: [${RUNTIMES.join(', ')}] or be a valid ARN`,
  );
}

/** The text is ours. What the role must allow is looked at where the role is known: `checkDeadLetterRights`. */
function checkDeadLetterTarget(arn: string | undefined): void {
  if (!arn) return;
  const kind = parseDestination(arn)?.kind;
  if (kind === 'queue' || kind === 'topic') return;
  throw invalidParameter(`The dead-letter target ${arn} is neither an SQS queue nor an SNS topic.`);
}

function checkEnvironment(variables: Readonly<Record<string, string | undefined>>): void {
  const reserved = Object.keys(variables).filter((name) => RESERVED_VARIABLES.includes(name));
  if (reserved.length > 0) {
    throw invalidParameter(
      `Lambda was unable to configure your environment variables because the environment variables you have provided contains reserved keys that are currently not supported for modification. Reserved keys used in this request: ${reserved.join(', ')}`,
    );
  }
  const measured = JSON.stringify(variables);
  if (Buffer.byteLength(measured) > LIMITS.environmentBytes) {
    // Recorded: `test_large_environment_variables_fails`.
    throw invalidParameter(
      `Lambda was unable to configure your environment variables because the environment variables you have provided exceeded the 4KB limit. String measured: ${measured}`,
    );
  }
}

/** What Sallyport does not do is refused, not ignored; an empty value asks for nothing. */
function refuseUnsupported(input: SettingsInput): void {
  const asked: Readonly<Record<string, boolean>> = {
    VpcConfig: (input.VpcConfig?.SubnetIds?.length ?? 0) > 0 || (input.VpcConfig?.SecurityGroupIds?.length ?? 0) > 0,
    KMSKeyArn: Boolean(input.KMSKeyArn),
    'TracingConfig Mode Active': input.TracingConfig?.Mode === 'Active',
    FileSystemConfigs: (input.FileSystemConfigs?.length ?? 0) > 0,
    ImageConfig: input.ImageConfig !== undefined,
    SnapStart: input.SnapStart?.ApplyOn !== undefined && input.SnapStart.ApplyOn !== 'None',
    'LoggingConfig LogFormat JSON': input.LoggingConfig?.LogFormat === 'JSON',
    'LoggingConfig LogGroup': input.LoggingConfig?.LogGroup !== undefined,
    CapacityProviderConfig: input.CapacityProviderConfig !== undefined,
    DurableConfig: input.DurableConfig !== undefined,
  };
  refuse(asked);
}
