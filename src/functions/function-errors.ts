import type { ExitReason } from './process-group.ts';

/** How an instance ended without answering. */
export type InstanceFailure =
  /** The runtime reported it itself (`/init/error`): its own JSON is passed on. */
  | { readonly kind: 'reported'; readonly payload: Uint8Array }
  | { readonly kind: 'exit'; readonly reason: ExitReason }
  | { readonly kind: 'launch'; readonly command: string; readonly code: string }
  | ExtensionFailure;

/** One of its extensions ended it. */
export interface ExtensionFailure {
  readonly kind: 'extension';
  /** For example `Extension.Crash`. */
  readonly errorType: string;
  readonly message: string;
}

/** The names under which Go, in which AWS's supervisor is written, prints the signals that end a process. */
const SIGNAL_NAMES: Readonly<Record<string, string>> = {
  SIGHUP: 'hangup',
  SIGINT: 'interrupt',
  SIGQUIT: 'quit',
  SIGILL: 'illegal instruction',
  SIGTRAP: 'trace/breakpoint trap',
  SIGABRT: 'aborted',
  SIGBUS: 'bus error',
  SIGFPE: 'floating point exception',
  SIGKILL: 'killed',
  SIGSEGV: 'segmentation fault',
  SIGPIPE: 'broken pipe',
  SIGALRM: 'alarm clock',
  SIGTERM: 'terminated',
};

const LAUNCH_ERRORS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
  ENOEXEC: 'exec format error',
};

/** An error object as the platform itself writes it (member order as recorded on AWS, November 2025). */
export interface PlatformError {
  readonly errorType: string;
  readonly errorMessage: string;
}

/** `Sandbox.Timedout` (recorded on AWS, November 2025). */
export function timedOut(requestId: string, timeoutMs: number): PlatformError {
  return {
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after ${(timeoutMs / 1000).toFixed(2)} seconds`,
  };
}

/** `Function.ResponseSizeTooLarge` (recorded on AWS, November 2025; there without a request id). */
export function responseTooLarge(maxBytes: number): PlatformError {
  return {
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: `Response payload size exceeded maximum allowed payload size (${maxBytes} bytes).`,
  };
}

/** The runtime's connection broke in the middle of its answer; the text is ours. */
export function truncatedResponse(requestId: string): PlatformError {
  return {
    errorType: 'Runtime.TruncatedResponse',
    errorMessage: `RequestId: ${requestId} Error: Response was cut off before its end`,
  };
}

/** `Runtime.ExitError` (recorded on AWS for status 0 and 127, November 2025). */
export function exited(requestId: string, reason: ExitReason): PlatformError {
  const text = exitText(reason);
  const why = text === undefined ? 'Runtime exited without providing a reason' : `Runtime exited with error: ${text}`;
  return { errorType: 'Runtime.ExitError', errorMessage: `RequestId: ${requestId} Error: ${why}` };
}

/** `Runtime.InvalidEntrypoint`: the program that should have been started could not be. */
export function invalidEntrypoint(requestId: string, command: string, code: string): PlatformError {
  return {
    errorType: 'Runtime.InvalidEntrypoint',
    errorMessage: `RequestId: ${requestId} Error: fork/exec ${command}: ${launchErrorText(code)}`,
  };
}

/** As Go says why a program could not be started. */
export function launchErrorText(code: string): string {
  return LAUNCH_ERRORS[code] ?? code;
}

/** As Go says how a program ended; undefined for one that ended well. */
export function exitText(reason: ExitReason): string | undefined {
  if (reason.signal !== undefined) return `signal: ${SIGNAL_NAMES[reason.signal] ?? reason.signal}`;
  return reason.status === 0 ? undefined : `exit status ${reason.status}`;
}

/** How an invocation ends whose instance failed: the payload, and what the platform notes about it in the log. */
export interface FailureOutcome {
  readonly payload: Uint8Array;
  readonly errorType?: string;
  readonly line?: string;
}

export function failureOutcome(failure: InstanceFailure, requestId: string): FailureOutcome {
  if (failure.kind === 'reported') return { payload: failure.payload };
  const error = platformError(failure, requestId);
  return { payload: errorPayload(error), errorType: error.errorType, line: error.errorMessage };
}

function platformError(failure: Exclude<InstanceFailure, { kind: 'reported' }>, requestId: string): PlatformError {
  switch (failure.kind) {
    case 'exit':
      return exited(requestId, failure.reason);
    case 'launch':
      return invalidEntrypoint(requestId, failure.command, failure.code);
    case 'extension':
      return {
        errorType: failure.errorType,
        errorMessage: `RequestId: ${requestId} Error: ${failure.message}`,
      };
  }
}

export function errorPayload(error: PlatformError): Uint8Array {
  return Buffer.from(JSON.stringify(error));
}
