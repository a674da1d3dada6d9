import type { APIGateway } from '@aws-sdk/client-api-gateway';
import type { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { Lambda } from '@aws-sdk/client-lambda';
import { expectTypeOf, it } from 'vitest';
import type { Handlers, Input, Output } from './index.ts';

// Checked by the compiler: what the front door promises to handlers, read off the SDK's own types.
it('gives handlers required members, plain strings for enumerations and bytes for blobs', () => {
  type CreateRestApi = Input<APIGateway, 'createRestApi'>;
  expectTypeOf<CreateRestApi['name']>().toEqualTypeOf<string>();
  expectTypeOf<CreateRestApi['apiKeySource']>().toEqualTypeOf<string | undefined>();
  expectTypeOf<NonNullable<CreateRestApi['tags']>>().toEqualTypeOf<{ readonly [name: string]: string }>();

  type CreateFunction = Input<Lambda, 'createFunction'>;
  expectTypeOf<CreateFunction['Code']['ZipFile']>().toEqualTypeOf<Uint8Array | undefined>();
  expectTypeOf<Input<Lambda, 'invoke'>['Payload']>().toEqualTypeOf<Uint8Array | undefined>();
  expectTypeOf<Output<Lambda, 'invoke'>['Payload']>().toEqualTypeOf<Uint8Array | undefined>();

  expectTypeOf<Output<APIGateway, 'getStage'>['createdDate']>().toEqualTypeOf<Date | undefined>();
  expectTypeOf<Input<CloudWatch, 'putMetricData'>['Namespace']>().toEqualTypeOf<string>();
  expectTypeOf<Extract<keyof Handlers<APIGateway>, 'send' | 'destroy' | 'paginateGetRestApis'>>().toBeNever();
});
