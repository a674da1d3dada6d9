import type { Validate } from '../../json-schema/index.ts';
import type { Method } from '../../model/index.ts';
import { type XmlConversion, XmlConversionError, XmlSyntaxError } from '../../xml/index.ts';
import type { GatewayFailure } from '../gateway-responses/index.ts';
import { type CompileScope, ConfigurationProblem, configurationError, type MethodRequest } from '../method/index.ts';
import { firstHeader, mediaTypeOf } from '../text/index.ts';
import type { Guard } from './guard.ts';
import { readAhead } from './read-ahead.ts';
import { readRequestBody } from './request-body.ts';

/** Says what is wrong with a body: nothing, when all is well. */
type CheckBody = (body: Buffer) => readonly string[];

/** What a body of one content type is held to; a failure when its model cannot be used. */
type Rule = CheckBody | GatewayFailure;

/**
 * Compiles the check of bodies against the models of a method: by the media type of `Content-Type`, which is
 * `application/json` when there is none, then the key `$default`; a type without a model is not checked (fact D79). A model that
 * is not of JSON checks nothing. A body of XML is turned into JSON by the model first, which AWS does not do; of any other type it must be JSON.
 * @returns undefined when no type has a model
 */
export function compileBodyValidation(models: Method['requestModels'] = {}, scope: CompileScope): Guard | undefined {
  const rules = new Map<string, Rule>();
  for (const [contentType, name] of Object.entries(models)) {
    if (!/json/i.test(scope.models.find(name)?.contentType ?? 'json')) continue;
    rules.set(
      contentType === '$default' ? contentType : mediaTypeOf(contentType),
      ruleOf(name, /xml/i.test(contentType), scope),
    );
  }
  if (rules.size === 0) return undefined;
  return (request) => {
    const mediaType = mediaTypeOf(firstHeader(request.headers, 'content-type') ?? 'application/json');
    const rule = rules.get(mediaType) ?? rules.get('$default');
    if (rule === undefined) return undefined;
    return typeof rule === 'function' ? validateBody(request, rule) : rule;
  };
}

function ruleOf(name: string, isXml: boolean, scope: CompileScope): Rule {
  try {
    const validate = scope.models.validator(name);
    return isXml ? xmlCheck(scope.models.xmlConversion(name), validate) : jsonCheck(validate);
  } catch (error) {
    if (!(error instanceof ConfigurationProblem)) throw error;
    scope.warn(`${error.message} Requests that it is for fail.`);
    return configurationError(error.message);
  }
}

async function validateBody(request: MethodRequest, check: CheckBody): ReturnType<typeof readAhead> {
  const unread = await readAhead(request);
  if (unread !== undefined) return unread;
  const body = await readRequestBody(request);
  if (body.kind !== 'body') return body;
  const failures = check(body.bytes);
  if (failures.length === 0) return undefined;
  return { kind: 'failure', type: 'BAD_REQUEST_BODY', validationError: `[${failures.join(', ')}]` };
}

/** No body at all counts as an empty object (as LocalStack has it from AWS). */
function jsonCheck(validate: Validate): CheckBody {
  return (body) => {
    let document: unknown;
    try {
      document = body.length === 0 ? {} : JSON.parse(body.toString('utf8'));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return ['the body is not valid JSON'];
    }
    return validate(document);
  };
}

function xmlCheck(conversion: XmlConversion, validate: Validate): CheckBody {
  return (body) => {
    let document: unknown;
    try {
      document = conversion.toJson(body.toString('utf8'));
    } catch (error) {
      if (!(error instanceof XmlSyntaxError || error instanceof XmlConversionError)) throw error;
      return [error.message];
    }
    return validate(document);
  };
}
