import type { Integration } from '../use-http-api.ts';

/** What a part of an integration's page is given. */
export interface IntegrationProps {
  readonly apiId: string;
  readonly integration: Integration;
}

/** What the form of such a part is given. */
export interface IntegrationFormProps extends IntegrationProps {
  onClose(): void;
}
