import { enumViolations, patternViolations, rangeViolations, refuseViolations } from '../../../aws/index.ts';
import type { Reader } from '../../../store/index.ts';
import type { LambdaContext } from '../context.ts';
import { conflict, invalidParameter, notFound } from '../errors.ts';
import { findFunction } from '../function-document.ts';
import { type FunctionReference, qualifiedArn, referTo } from '../function-name.ts';
import { pageOf } from '../paging.ts';
import { resolveFunction } from '../resolve.ts';
import type { In, LambdaHandlers, Out } from '../types.ts';
import { type Cors, deleteUrl, type FunctionUrl, functionUrlKind, urlIdKind } from './url-document.ts';

/** An alias may have a URL, a version may not. */
const QUALIFIER = { test: /^(?!\d+$)[0-9a-zA-Z-_]+$/, text: '((?!^\\d+$)^[0-9a-zA-Z-_]+$)' };

/** API reference, `CreateFunctionUrlConfig` and its siblings. Refusals are those recorded in `test_url_config_exceptions`. */
export function urlHandlers(
  context: LambdaContext,
): Required<
  Pick<
    LambdaHandlers,
    | 'createFunctionUrlConfig'
    | 'getFunctionUrlConfig'
    | 'updateFunctionUrlConfig'
    | 'deleteFunctionUrlConfig'
    | 'listFunctionUrlConfigs'
  >
> {
  const { store } = context;
  const toOutput = (url: FunctionUrl, reference: FunctionReference): Out<'getFunctionUrlConfig'> => ({
    FunctionUrl: context.urlAddress(url.urlId, reference.scope.region),
    FunctionArn: qualifiedArn(reference),
    AuthType: url.authType,
    ...(url.cors && { Cors: url.cors }),
    CreationTime: url.creationTime,
    LastModifiedTime: url.lastModifiedTime,
    InvokeMode: url.invokeMode,
  });
  const find = async (reader: Reader, reference: FunctionReference): Promise<FunctionUrl> => {
    const found = await reader.get(functionUrlKind, reference.scope, idOf(reference));
    if (found === undefined) throw notFound('The resource you requested does not exist.');
    return found.value;
  };

  return {
    async createFunctionUrlConfig(input, { scope, nowMs }) {
      const reference = referToUrl(input, scope);
      checkUrl(input);
      const time = new Date(nowMs).toISOString();
      const url: FunctionUrl = {
        // AWS's ids have 32 characters, too.
        urlId: context.uuid().replaceAll('-', ''),
        authType: authTypeOf(input.AuthType) ?? 'NONE',
        ...(input.Cors && { cors: input.Cors }),
        invokeMode: modeOf(input.InvokeMode) ?? 'BUFFERED',
        creationTime: time,
        lastModifiedTime: time,
      };
      await store.transact(async (tx) => {
        if ((await resolveFunction(tx, reference)) === undefined) throw functionMissing();
        const id = idOf(reference);
        if (await tx.get(functionUrlKind, reference.scope, id)) {
          throw conflict(
            `Failed to create function url config for [functionArn = ${qualifiedArn(reference)}]. Error message:  FunctionUrlConfig exists for this Lambda function`,
          );
        }
        await tx.put(functionUrlKind, reference.scope, id, url, 0);
        await tx.put(urlIdKind, reference.scope, url.urlId, { owner: id }, 0);
      });
      const { LastModifiedTime: _, ...created } = toOutput(url, reference);
      return created;
    },

    async getFunctionUrlConfig(input, { scope }) {
      const reference = referToUrl(input, scope);
      return toOutput(await find(store, reference), reference);
    },

    async updateFunctionUrlConfig(input, { scope, nowMs }) {
      const reference = referToUrl(input, scope);
      checkUrl(input);
      return store.transact(async (tx) => {
        if ((await resolveFunction(tx, reference)) === undefined) throw functionMissing();
        const before = await find(tx, reference);
        const cors: Cors | undefined = input.Cors ?? before.cors;
        const url: FunctionUrl = {
          ...before,
          authType: authTypeOf(input.AuthType) ?? before.authType,
          ...(cors && { cors }),
          invokeMode: modeOf(input.InvokeMode) ?? before.invokeMode,
          lastModifiedTime: new Date(nowMs).toISOString(),
        };
        await tx.put(functionUrlKind, reference.scope, idOf(reference), url);
        return toOutput(url, reference);
      });
    },

    async deleteFunctionUrlConfig(input, { scope }) {
      const reference = referToUrl(input, scope);
      await store.transact(async (tx) => {
        await find(tx, reference);
        await deleteUrl(tx, reference.scope, idOf(reference));
      });
      return {};
    },

    async listFunctionUrlConfigs(input, { scope }) {
      const reference = referTo(input.FunctionName, scope);
      if ((await findFunction(store, reference)) === undefined) throw functionMissing();
      const prefix = `${reference.name}/`;
      const { items, marker } = await pageOf(store, functionUrlKind, reference.scope, {
        prefix,
        marker: input.Marker,
        maxItems: input.MaxItems,
      });
      const urls = items.map(({ id, value }) => {
        const qualifier = id.slice(prefix.length);
        return toOutput(value, qualifier === '$LATEST' ? reference : { ...reference, qualifier });
      });
      return { FunctionUrlConfigs: urls, ...(marker !== undefined && { NextMarker: marker }) };
    },
  };
}

function referToUrl(
  input: { readonly FunctionName: string; readonly Qualifier?: string | undefined },
  scope: FunctionReference['scope'],
): FunctionReference {
  refuseViolations(patternViolations(input.Qualifier, 'qualifier', QUALIFIER));
  const reference = referTo(input.FunctionName, scope, input.Qualifier);
  // The text for a version that the name brings is ours.
  if (/^\d+$/.test(reference.qualifier ?? '')) {
    throw invalidParameter(`A function URL belongs to a function or an alias, not to version ${reference.qualifier}.`);
  }
  return reference;
}

function functionMissing() {
  return notFound('Function does not exist');
}

function idOf({ name, qualifier = '$LATEST' }: FunctionReference): string {
  return `${name}/${qualifier}`;
}

function authTypeOf(type: string | undefined): FunctionUrl['authType'] | undefined {
  return type === 'NONE' || type === 'AWS_IAM' ? type : undefined;
}

function modeOf(mode: string | undefined): FunctionUrl['invokeMode'] | undefined {
  return mode === 'BUFFERED' || mode === 'RESPONSE_STREAM' ? mode : undefined;
}

function checkUrl({ AuthType, InvokeMode, Cors: cors }: Omit<In<'updateFunctionUrlConfig'>, 'FunctionName'>): void {
  refuseViolations(
    enumViolations(AuthType, 'authType', ['NONE', 'AWS_IAM']),
    enumViolations(InvokeMode, 'invokeMode', ['BUFFERED', 'RESPONSE_STREAM']),
    rangeViolations(cors?.MaxAge, 'cors.maxAge', { min: 0, max: 86_400 }),
  );
}
