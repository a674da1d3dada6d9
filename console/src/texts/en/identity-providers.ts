/** OpenID Connect providers. */
export const providers = {
  title: 'Identity providers',
  hint: 'Whoever has a token of an OpenID Connect provider can assume the roles that trust it.',
  provider: 'Provider',
  empty: {
    title: 'No identity providers yet',
    text: 'A CI system or a company’s sign-in can vouch for its users, who then need no access keys here.',
  },
  noArn: { title: 'No provider is named', text: 'The address of a provider’s page holds its ARN.' },
  create: {
    title: 'Add provider',
    url: 'Provider URL',
    urlHint: 'What its tokens call their issuer (iss).',
    clients: 'Audiences',
    clientsHint: 'Client IDs that its tokens are made for (aud), one a line.',
    thumbprints: 'Thumbprints - optional',
    thumbprintsHint: 'SHA-1 of the certificate at the top of the provider’s chain, 40 hexadecimal digits, one a line.',
    done: (url: string) => `Provider ${url} was added.`,
  },
  delete: {
    title: 'Delete provider',
    consequence: 'Roles that trust it can be assumed by its tokens no more. The roles stay.',
    done: (host: string) => `Provider ${host} was deleted.`,
  },
  lists: {
    title: 'Audiences and thumbprints',
    hint: 'A token counts when it is made for one of the audiences.',
    done: 'The provider was saved.',
  },
} as const;
