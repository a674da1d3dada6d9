import { badRequest } from '../errors.ts';
import type { SdkTypeInfo } from './types.ts';

/** What a parameter may be made of: it becomes names of classes, folders and artifacts. */
const ALLOWED: Readonly<Record<string, RegExp>> = {
  serviceName: /^[A-Z]\w{0,99}$/,
  javaPackageName: /^[a-zA-Z_]\w{0,99}(\.[a-zA-Z_]\w{0,99}){0,20}$/,
  groupId: /^[\w.-]{1,200}$/,
  artifactId: /^[\w.-]{1,200}$/,
  artifactVersion: /^[\w.-]{1,200}$/,
};

/** @throws {ServiceError} 400 for one that is missing or that would make no names */
export function checkParameters(
  { configurationProperties }: SdkTypeInfo,
  parameters: Readonly<Record<string, string>>,
): void {
  for (const { name, required } of configurationProperties) {
    const value = parameters[name];
    if (value === undefined && required) throw badRequest(`Missing required parameter: ${name}`);
    if (value !== undefined && !ALLOWED[name]?.test(value)) throw badRequest(`Invalid value for parameter ${name}`);
  }
}
