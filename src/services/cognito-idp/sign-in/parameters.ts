import { invalidParameter } from '../errors.ts';
import type { Parameters } from './context.ts';

/** @throws {ServiceError} `InvalidParameterException` */
export function requireParameter(parameters: Parameters, name: string): string {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (value === undefined || value === '') throw invalidParameter(`Missing required parameter ${name}`);
  return value;
}
