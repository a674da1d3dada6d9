'use strict';

/** Errors as Lambda's Node.js runtime names and writes them: `errorType`, `errorMessage`, `trace`. */

/** @returns {{errorType: string, errorMessage: string, trace: string[]}} */
function errorObject(error) {
  if (
    error instanceof Error ||
    (typeof error === 'object' && error !== null && 'stack' in error && 'message' in error)
  ) {
    return {
      errorType: error.name ?? 'Error',
      errorMessage: String(error.message),
      trace: String(error.stack ?? '').split('\n'),
    };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}

/** What a function calls something, if it is a line of ASCII, as all that carries it takes. */
function asciiLine(text, fallback) {
  return /^[\x20-\x7e]+$/.test(text) ? text : fallback;
}

class RuntimeError extends Error {}

/** Makes a class whose name is on the prototype, so that stack traces begin with it too. */
function runtimeError(name) {
  const type = class extends RuntimeError {};
  Object.defineProperty(type.prototype, 'name', { value: name });
  return type;
}

const CallbackHandlerDeprecated = runtimeError('Runtime.CallbackHandlerDeprecated');
const ImportModuleError = runtimeError('Runtime.ImportModuleError');
const HandlerNotFound = runtimeError('Runtime.HandlerNotFound');
const MalformedHandlerName = runtimeError('Runtime.MalformedHandlerName');
const UserCodeSyntaxError = runtimeError('Runtime.UserCodeSyntaxError');
const UnhandledPromiseRejection = runtimeError('Runtime.UnhandledPromiseRejection');

module.exports = {
  errorObject,
  asciiLine,
  CallbackHandlerDeprecated,
  ImportModuleError,
  HandlerNotFound,
  MalformedHandlerName,
  UserCodeSyntaxError,
  UnhandledPromiseRejection,
};
