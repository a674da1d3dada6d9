import type { Input, Output } from '../../../aws/index.ts';

export type UrlConfig = NonNullable<Output<'lambda', 'listFunctionUrlConfigs'>['FunctionUrlConfigs']>[number];

/** A function URL as it is filled in. Lists are written with commas. */
export interface UrlDraft {
  /** An alias; empty for what is worked on. */
  readonly qualifier: string;
  readonly authType: 'AWS_IAM' | 'NONE';
  readonly isStreaming: boolean;
  readonly hasCors: boolean;
  readonly origins: string;
  readonly methods: string;
  readonly headers: string;
  readonly exposed: string;
  readonly maxAge: string;
  readonly withCredentials: boolean;
}

export function draftOf(config: UrlConfig | undefined, qualifier: string): UrlDraft {
  const { AllowOrigins = ['*'], AllowMethods = ['*'], AllowHeaders = [], ExposeHeaders = [] } = config?.Cors ?? {};
  return {
    qualifier,
    authType: config?.AuthType === 'NONE' ? 'NONE' : 'AWS_IAM',
    isStreaming: config?.InvokeMode === 'RESPONSE_STREAM',
    hasCors: config?.Cors !== undefined,
    origins: AllowOrigins.join(', '),
    methods: AllowMethods.join(', '),
    headers: AllowHeaders.join(', '),
    exposed: ExposeHeaders.join(', '),
    maxAge: String(config?.Cors?.MaxAge ?? 0),
    withCredentials: config?.Cors?.AllowCredentials ?? false,
  };
}

/** What `CreateFunctionUrlConfig` and `UpdateFunctionUrlConfig` are given. */
export function urlInput(draft: UrlDraft, functionName: string): Input<'lambda', 'updateFunctionUrlConfig'> {
  const { qualifier, authType, isStreaming, hasCors, origins, methods, headers, exposed, maxAge } = draft;
  return {
    FunctionName: functionName,
    ...(qualifier && { Qualifier: qualifier }),
    AuthType: authType,
    InvokeMode: isStreaming ? 'RESPONSE_STREAM' : 'BUFFERED',
    Cors: hasCors
      ? {
          AllowOrigins: listed(origins),
          AllowMethods: listed(methods),
          AllowHeaders: listed(headers),
          ExposeHeaders: listed(exposed),
          MaxAge: Number(maxAge),
          AllowCredentials: draft.withCredentials,
        }
      : {},
  };
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
