import { lengthViolations } from '../../../aws/index.ts';
import {
  compileLogPattern,
  LOG_PATTERN_LIMITS,
  type LogPattern,
  LogPatternSyntaxError,
} from '../../../log-patterns/index.ts';
import { invalidParameter, refuse } from '../errors.ts';

/** @throws {ServiceError} `InvalidParameterException` for what is no filter pattern */
export function readPattern(filterPattern: string): LogPattern {
  refuse(lengthViolations(filterPattern, 'filterPattern', LOG_PATTERN_LIMITS.maxLength));
  try {
    return compileLogPattern(filterPattern);
  } catch (error) {
    throw error instanceof LogPatternSyntaxError ? invalidParameter(error.message) : error;
  }
}
