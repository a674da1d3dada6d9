const ANSWER = /Authorizer result body before parsing: (\{.*\})$/m;

/**
 * What a function says of the caller besides the policy, for integrations to use. `TestInvokeAuthorizer` tells it in its log only.
 * @returns undefined where the log has no whole answer, since long ones are cut
 */
export function contextInLog(log: string): Readonly<Record<string, unknown>> | undefined {
  const text = ANSWER.exec(log)?.[1];
  if (text === undefined) return undefined;
  try {
    const { context = {} } = JSON.parse(text) as { readonly context?: Readonly<Record<string, unknown>> };
    return context;
  } catch {
    return undefined;
  }
}
