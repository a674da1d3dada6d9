import { type Call, type Demand, ServiceError } from '../../../aws/index.ts';
import type { OperatorEndpoint, OperatorRequest } from '../../../control/index.ts';
import type { ApiSnapshot, Scope } from '../../../model/index.ts';
import type { IamQueries } from '../../../services/iam/index.ts';
import { findCaller } from './caller.ts';
import { type Answer, decideByPolicies, decideForAnybody, decideForForeigner, type Question } from './decide.ts';
import { type AskedMethod, findMethod } from './method.ts';
import { type AccessQuestion, readQuestion } from './question.ts';
import { checkSessionPolicy, limitBySession } from './session-policy.ts';

export interface AccessOptions {
  readonly iam: IamQueries;
  /** An API as it is now. @throws {ServiceError} 404 */
  readApi(scope: Scope, restApiId: string): Promise<Pick<ApiSnapshot, 'restApi' | 'resources'>>;
}

/**
 * `POST /_sallyport/access`: may this caller call this method, or this action of AWS's, and which statement says so. Needs what
 * asking IAM and API Gateway for the same would: `iam:SimulatePrincipalPolicy` on the caller, and `apigateway:GET` on the API.
 */
export function accessEndpoint({ iam, readApi }: AccessOptions): OperatorEndpoint {
  const questionIn = ({ body, call }: OperatorRequest) => readQuestion(body, call.scope.region, call.nowMs);
  return {
    method: 'POST',
    path: '/_sallyport/access',
    async access(request) {
      const question = questionIn(request);
      return demandsOf(question, await sourceOf(iam, question.caller, request.call), request.call);
    },
    async answer(request) {
      const { call } = request;
      const asked = questionIn(request);
      const method = asked.method && findMethod(await readApi(call.scope, asked.method.api), asked.method, call.scope);
      const caller = await findCaller(iam, asked.caller, call);
      const { sessionPolicy } = asked;
      if (sessionPolicy !== undefined) checkSessionPolicy(sessionPolicy, caller);
      const question: Question = {
        caller,
        action: method ? 'execute-api:Invoke' : (asked.action ?? ''),
        resource: method?.arn ?? asked.resource,
        resourcePolicy: method?.resourcePolicy,
        ...(sessionPolicy !== undefined && { sessionPolicy }),
        keys: asked.keys,
      };
      const answer = await decide(iam, question, method, call);
      const found = method && { authorizationType: method.authorizationType, resourcePath: method.resourcePath };
      return { ...question, ...found, ...answer };
    },
  };
}

/** Whose policies are shown; everybody's, where that cannot be told before he may ask. */
async function sourceOf(iam: IamQueries, text: string, call: Call): Promise<string> {
  try {
    const caller = await findCaller(iam, text, call);
    return caller.kind === 'principal' ? caller.policySource : '*';
  } catch (error) {
    if (error instanceof ServiceError) return '*';
    throw error;
  }
}

function demandsOf({ method }: AccessQuestion, source: string, { scope }: Call): readonly Demand[] {
  const simulate = { action: 'iam:SimulatePrincipalPolicy', resource: source };
  if (method === undefined) return [simulate];
  const resource = `arn:aws:apigateway:${scope.region}::/restapis/${method.api}`;
  return [simulate, { action: 'apigateway:GET', resource }];
}

async function decide(
  iam: IamQueries,
  question: Question,
  method: AskedMethod | undefined,
  call: Call,
): Promise<Answer> {
  const { caller } = question;
  const type = method?.authorizationType;
  if (type === 'CUSTOM' || type === 'COGNITO_USER_POOLS') return decideBeforeAuthorizer(question, type);
  if (type === 'NONE') return decideForAnybody(question);
  if (caller.kind === 'foreign') return decideForForeigner(question, caller);
  if (caller.kind === 'principal') {
    const answer = await decideByPolicies(iam, question, caller.policySource, call);
    return question.sessionPolicy === undefined ? answer : limitBySession(question, question.sessionPolicy, answer);
  }
  return caller.kind === 'root' ? decideForRoot(question) : { ...NOBODY, note: 'A signature is needed.' };
}

const NOBODY: Answer = { decision: 'implicitDeny', sources: [], statements: [], missingKeys: [] };

function decideBeforeAuthorizer(question: Question, type: 'CUSTOM' | 'COGNITO_USER_POOLS'): Answer {
  const alone = decideForAnybody(question);
  if (alone.decision === 'explicitDeny' || (type === 'COGNITO_USER_POOLS' && alone.decision !== 'allowed'))
    return alone;
  return { ...alone, decision: 'depends', note: 'The rest is up to the method’s authorizer.' };
}

function decideForRoot(question: Question): Answer {
  const byResource = decideForAnybody(question);
  if (byResource.decision === 'explicitDeny') return byResource;
  return { ...NOBODY, decision: 'allowed', note: 'The root user may do everything.' };
}
