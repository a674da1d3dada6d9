import type { HeaderList } from '../../http/index.ts';
import { ConfigurationProblem, type MethodRequest, type Payload, type StageVariables } from '../method/index.ts';
import { lastHeaderExact } from '../text/index.ts';
import { compileBodyExpression } from './body-expression.ts';
import { compileCommonExpression, headerValues } from './expression.ts';

/** What response parameters may read of a backend's answer. */
export interface ResponseSource {
  readonly headers: HeaderList;
  /** The body as text; undefined where none of the mappings reads it. */
  readonly payload: Payload | undefined;
}

/** An integration response's `responseParameters`. */
export interface ResponseParameters {
  /** Whether `ResponseSource.payload` must be there. */
  readonly readBody: boolean;
  /**
   * Gives the header fields that they make of an answer.
   * @throws what a `PayloadReader` throws, where one of them reads the body
   */
  map(source: ResponseSource, request: MethodRequest): readonly string[];
}

type ResponseReader = (source: ResponseSource, request: MethodRequest) => readonly string[];

/**
 * Compiles an integration response's `responseParameters` (features A6.8).
 * @throws {ConfigurationProblem} for an expression that is not understood
 */
export function compileResponseParameters(
  mappings: Readonly<Record<string, string>> | undefined,
  variables: StageVariables,
): ResponseParameters {
  const fields = Object.entries(mappings ?? {}).map(([target, source]) => {
    const name = /^method\.response\.header\.(.+)$/.exec(target)?.[1];
    if (name === undefined)
      throw new ConfigurationProblem(`"${target}" is nothing that a response parameter can fill.`);
    return { name, read: compileResponseExpression(source, variables) };
  });
  return {
    readBody: Object.values(mappings ?? {}).some((text) => /^integration\.response\.body(?:[.[]|$)/.test(text)),
    map: (source, request) =>
      fields.flatMap(({ name, read }) => read(source, request).flatMap((value) => [name, value])),
  };
}

function compileResponseExpression(text: string, variables: StageVariables): ResponseReader {
  const common = compileCommonExpression(text, variables);
  if (common !== undefined) return (_source, request) => common(request);
  const body = compileBodyExpression(text, 'integration.response');
  if (body !== undefined) return ({ payload }) => body(payload);
  const parts = /^integration\.response\.(header|multivalueheader)\.(.+)$/.exec(text);
  const name = parts?.[2];
  if (name === undefined) throw new ConfigurationProblem(`"${text}" is no parameter mapping expression.`);
  if (parts?.[1] === 'multivalueheader') return ({ headers }) => headerValues(headers, name);
  return ({ headers }) => {
    const value = lastHeaderExact(headers, name);
    return value === undefined ? [] : [value];
  };
}
