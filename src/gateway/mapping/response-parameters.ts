import type { BodySource, HeaderList } from '../../http/index.ts';
import { ConfigurationProblem, type MethodRequest, type StageVariables } from '../method/index.ts';
import { lastHeaderExact } from '../text/index.ts';
import { compileCommonExpression, headerValues } from './expression.ts';

/** What a backend of a non-proxy integration answered. */
export interface IntegrationResult {
  /** What selection patterns are matched with: the status as text, or a function's `errorMessage`. */
  readonly selectionValue: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array | BodySource;
}

/** Gives the header fields that an integration response's `responseParameters` make of a result. */
export type ResponseParameters = (result: IntegrationResult, request: MethodRequest) => readonly string[];

type ResponseReader = (result: IntegrationResult, request: MethodRequest) => readonly string[];

/**
 * Compiles an integration response's `responseParameters` (features A6.8).
 * @throws {ConfigurationProblem} for an expression that is not understood, or needs the body
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
  return (result, request) =>
    fields.flatMap(({ name, read }) => read(result, request).flatMap((value) => [name, value]));
}

function compileResponseExpression(text: string, variables: StageVariables): ResponseReader {
  const common = compileCommonExpression(text, variables);
  if (common !== undefined) return (_result, request) => common(request);
  if (text === 'integration.response.body' || text.startsWith('integration.response.body.'))
    throw new ConfigurationProblem(`The parameter mapping "${text}" reads the body, which is not built.`);
  const parts = /^integration\.response\.(header|multivalueheader)\.(.+)$/.exec(text);
  const name = parts?.[2];
  if (name === undefined) throw new ConfigurationProblem(`"${text}" is no parameter mapping expression.`);
  if (parts?.[1] === 'multivalueheader') return (result) => headerValues(result.headers, name);
  return (result) => {
    const value = lastHeaderExact(result.headers, name);
    return value === undefined ? [] : [value];
  };
}
