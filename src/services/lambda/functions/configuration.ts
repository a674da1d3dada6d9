import type { VersionState } from '../function-document.ts';
import { type FunctionReference, qualifiedArn } from '../function-name.ts';
import type { Out } from '../types.ts';

/**
 * A function as AWS shows it (API reference, `FunctionConfiguration`; recorded: `test_function_state`). It can be invoked as
 * soon as it is stored, so its state is never Pending. `RuntimeVersionConfig` is left out: there is no such ARN here.
 */
export function toConfiguration(document: VersionState, reference: FunctionReference): Out<'getFunctionConfiguration'> {
  return {
    ...toListed(document, reference),
    State: 'Active',
    LastUpdateStatus: 'Successful',
  };
}

/** As `ListFunctions` shows it: without its states (API reference, `ListFunctions`). */
export function toListed(document: VersionState, reference: FunctionReference): Out<'getFunctionConfiguration'> {
  const { settings, code } = document;
  return {
    FunctionName: document.functionName,
    FunctionArn: qualifiedArn(reference),
    Runtime: settings.runtime,
    Role: settings.role,
    Handler: settings.handler,
    CodeSize: code.sizeBytes,
    Description: settings.description,
    Timeout: settings.timeoutSeconds,
    MemorySize: settings.memorySizeMb,
    LastModified: document.lastModified,
    CodeSha256: code.sha256,
    Version: document.version ?? '$LATEST',
    ...(settings.environment !== undefined && { Environment: { Variables: settings.environment } }),
    ...(settings.deadLetterTargetArn !== undefined && {
      DeadLetterConfig: { TargetArn: settings.deadLetterTargetArn },
    }),
    ...(settings.layers && {
      Layers: settings.layers.map(({ arn, sizeBytes }) => ({ Arn: arn, CodeSize: sizeBytes })),
    }),
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: document.revisionId,
    PackageType: 'Zip',
    Architectures: [document.architecture],
    EphemeralStorage: { Size: settings.ephemeralStorageMb },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: { LogFormat: 'Text', LogGroup: `/aws/lambda/${document.functionName}` },
  };
}
