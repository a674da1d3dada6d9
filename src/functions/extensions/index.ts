/**
 * Extensions of functions: programs in layers and parts of a runtime that take part in an instance's life (Lambda guide, "Lambda
 * Extensions API" and "Telemetry API"). What an instance does without any costs nothing here.
 */
export { serveExtensions } from './extensions-http.ts';
export { type ExternalExtension, extensionEnvironment, hasExtensions } from './external.ts';
export { InstanceExtensions, type ShutdownReason } from './instance-extensions.ts';
export type { RuntimeStatus } from './platform-events.ts';
