/** The figures of the Lambda API (Lambda guide, "Lambda quotas"; service model 2015-03-31; where noted, recorded on AWS). */
export const LIMITS = {
  /** Characters of a function's own name, without ARN. */
  functionNameLength: 64,
  /** Of one function (Lambda quotas). */
  layers: 5,
  /** `FunctionName` in the model: the ARN included. */
  functionNameOrArnLength: 140,
  aliasNameLength: 128,
  handlerLength: 128,
  descriptionLength: 256,
  timeoutSeconds: { min: 1, max: 900 },
  memorySizeMb: { min: 128, max: 10_240 },
  ephemeralStorageMb: { min: 512, max: 10_240 },
  /** All variables together, as compact JSON (recorded: `test_large_environment_variables_fails`). */
  environmentBytes: 4096,
  zippedCodeBytes: 52_428_800,
  /** Recorded: `test_oversized_lambda`. */
  unzippedCodeBytes: 262_144_000,
  /** What AWS names when a zip file is too large to be sent: 50 MB in base64, and a little. */
  requestBytes: 69_905_067,
  /** Documented as 6 MB; the figure is the one that AWS's refusal names. */
  syncPayloadBytes: 6_291_456,
  /** API reference, `Invoke`: 1 MB since October 2025. */
  asyncPayloadBytes: 1_048_576,
  policyBytes: 20_480,
  /** Of all functions and layers in a region; told, not enforced. */
  totalCodeBytes: 80_530_636_800,
  /** Lists return no more, whatever `MaxItems` asks for (API reference, `ListFunctions`). */
  listed: 50,
  retryAttempts: { min: 0, max: 2 },
  eventAgeSeconds: { min: 60, max: 21_600 },
  tags: 50,
  /** Of one code signing configuration (service model, `SigningProfileVersionArns`). */
  signingProfiles: 20,
  /** Concurrency that reserving must leave the account's other functions (Lambda guide, "Configuring reserved concurrency"). */
  unreservedConcurrency: 100,
} as const;

export const DEFAULTS = {
  timeoutSeconds: 3,
  memorySizeMb: 128,
  ephemeralStorageMb: 512,
} as const;

export const ARCHITECTURES = ['x86_64', 'arm64'] as const;

/** Asynchronous invocation (Lambda guide, "Understanding retry behavior"), and the bounds of our queue. */
export const EVENTS = {
  /** After a function error: one minute before the second attempt, two before the third. */
  retryDelaysMs: [60_000, 120_000],
  /** After a throttle: from one second doubling up to five minutes. */
  throttleDelayMs: { first: 1_000, longest: 300_000 },
  /** An event older than six hours is dropped. */
  maxAgeMs: 21_600_000,
  /** Ours: events that wait, all functions together. */
  maxQueued: 10_000,
  /** Ours: payload bytes of all events that wait or run. */
  maxQueuedBytes: 67_108_864,
  /** Ours: events that run at one time, so that they leave instances for callers who wait. */
  maxRunning: 20,
} as const;

export type EventLimits = typeof EVENTS;

/** Ours: the file of accepted events is written anew when it is larger, and less than half of it still needed. */
export const JOURNAL_BYTES = 16_777_216;

/** Ours: how long an end waits for reports on events that are done. What is not reported by then is run again. */
export const CLOSE_GRACE_MS = 1_000;

/** Ours: how long after one another a destination is tried that does not answer. AWS does not say. */
export const DELIVERY = { retryDelaysMs: [1_000, 5_000, 25_000] } as const;

/** How long an address of code is good (API reference, `FunctionCodeLocation`). */
export const DOWNLOAD_SECONDS = 600;

/** The runtimes of the service model (`Runtime`); which of them run here is for the machine to say. */
export const RUNTIMES: readonly string[] = [
  ...['nodejs', 'nodejs4.3', 'nodejs4.3-edge', 'nodejs6.10', 'nodejs8.10', 'nodejs10.x', 'nodejs12.x', 'nodejs14.x'],
  ...['nodejs16.x', 'nodejs18.x', 'nodejs20.x', 'nodejs22.x', 'nodejs24.x'],
  ...['python2.7', 'python3.6', 'python3.7', 'python3.8', 'python3.9', 'python3.10', 'python3.11', 'python3.12'],
  ...['python3.13', 'python3.14', 'provided', 'provided.al2', 'provided.al2023'],
  ...['java8', 'java8.al2', 'java11', 'java17', 'java21', 'java25', 'go1.x'],
  ...['dotnetcore1.0', 'dotnetcore2.0', 'dotnetcore2.1', 'dotnetcore3.1', 'dotnet6', 'dotnet8', 'dotnet10'],
  ...['ruby2.5', 'ruby2.7', 'ruby3.2', 'ruby3.3', 'ruby3.4', 'ruby4.0'],
];

/** Names that a function may not set (Lambda guide, "Defined runtime environment variables", reserved). */
export const RESERVED_VARIABLES: readonly string[] = [
  ...['_HANDLER', '_X_AMZN_TRACE_ID', 'AWS_DEFAULT_REGION', 'AWS_REGION', 'AWS_EXECUTION_ENV'],
  ...['AWS_LAMBDA_FUNCTION_NAME', 'AWS_LAMBDA_FUNCTION_MEMORY_SIZE', 'AWS_LAMBDA_FUNCTION_VERSION'],
  ...['AWS_LAMBDA_INITIALIZATION_TYPE', 'AWS_LAMBDA_LOG_GROUP_NAME', 'AWS_LAMBDA_LOG_STREAM_NAME'],
  ...['AWS_ACCESS_KEY', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'],
  ...['AWS_LAMBDA_RUNTIME_API', 'LAMBDA_TASK_ROOT', 'LAMBDA_RUNTIME_DIR'],
];
