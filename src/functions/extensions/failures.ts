import type { ExtensionFailure, InstanceFailure } from '../function-errors.ts';
import { exitText, launchErrorText } from '../function-errors.ts';

/** The types of AWS's open emulator (aws-lambda-runtime-interface-emulator, fatal errors of extensions). */
export function extensionFailure(errorType: string, message: string): ExtensionFailure {
  return { kind: 'extension', errorType, message };
}

/** As seen in users' reports: `fork/exec /opt/extensions/NAME: exec format error`. */
export function launchFailure(name: string, code: string): ExtensionFailure {
  return extensionFailure('Extension.LaunchError', `fork/exec /opt/extensions/${name}: ${launchErrorText(code)}`);
}

/** As seen in users' reports: `exit status 1`. */
export function exitFailure(failure: InstanceFailure): ExtensionFailure {
  const message = failure.kind === 'exit' ? exitText(failure.reason) : 'exit code 0';
  return extensionFailure('Extension.Crash', message ?? 'exit code 0');
}
