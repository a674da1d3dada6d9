import { JavaRegexLimitError } from '../../java-regex/index.ts';
import { JsonSyntaxError } from '../../json/index.ts';
import { JsonPathLimitError } from '../../jsonpath/index.ts';
import { TemplateRenderError } from '../../vtl/index.ts';
import { XmlConversionError, XmlSyntaxError } from '../../xml/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { configurationError } from '../method/index.ts';

/** What mappings throw because of what they are given. */
const EXPECTED = [
  TemplateRenderError,
  JsonSyntaxError,
  JsonPathLimitError,
  JavaRegexLimitError,
  XmlSyntaxError,
  XmlConversionError,
] as const;

/**
 * What a mapping that threw comes to. Of a request whose body is no JSON (fact D25), or is not like the model that it is to be
 * converted by, the client is told (400); everything else
 * is a failure of the configuration (500), with the template's line and column for the operator.
 * @throws the error itself when it is a defect of ours
 */
export function mappingFailure(error: unknown, side: 'request' | 'response'): GatewayFailure {
  if (!(error instanceof Error)) throw error;
  if (!EXPECTED.some((kind) => error instanceof kind)) throw error;
  const notOfModel = error instanceof XmlSyntaxError || error instanceof XmlConversionError;
  if (side === 'request' && notOfModel)
    return { kind: 'failure', type: 'BAD_REQUEST_BODY', validationError: `[${error.message}]` };
  const failure = configurationError(`Unable to transform ${side}: ${error.message}`);
  const notJson = error instanceof JsonSyntaxError || error.cause instanceof JsonSyntaxError;
  if (side === 'response' || !notJson) return failure;
  return { ...failure, type: 'BAD_REQUEST', message: 'Invalid JSON in request body' };
}
