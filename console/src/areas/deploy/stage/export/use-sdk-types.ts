import { type Read, useAll } from '../../../../data/index.ts';

export interface SdkType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly properties: readonly SdkProperty[];
}

/** What may be said of a client that is generated. */
interface SdkProperty {
  readonly name: string;
  readonly label: string;
  readonly description: string | undefined;
  readonly isRequired: boolean;
  readonly defaultValue: string | undefined;
}

/** The kinds of clients that the server generates. */
export function useSdkTypes(): Read<readonly SdkType[]> {
  return useAll('apigateway', 'getSdkTypes', {}, ({ items }) =>
    items?.map(
      ({ id = '', friendlyName = id, description = '', configurationProperties = [] }): SdkType => ({
        id,
        name: friendlyName,
        description,
        properties: configurationProperties.map((property) => ({
          name: property.name ?? '',
          label: property.friendlyName ?? property.name ?? '',
          description: property.description,
          isRequired: property.required ?? false,
          defaultValue: property.defaultValue,
        })),
      }),
    ),
  );
}
