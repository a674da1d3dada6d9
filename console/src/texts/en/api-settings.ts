/** Settings of a REST API as a whole. */
export const apiSettings = {
  title: 'API settings',
  tabs: { label: 'API settings', general: 'General', import: 'Import' },
  done: 'The API was saved. Deploy it for stages to follow.',
  details: {
    title: 'API details',
    id: 'API ID',
    arn: 'ARN',
    created: 'Created',
    root: 'Root resource ID',
    name: 'API name',
    description: 'Description - optional',
    apiKeySource: 'API key source',
    sources: {
      HEADER: { label: 'Header', description: 'Clients send it in x-api-key.' },
      AUTHORIZER: { label: 'Authorizer', description: 'The Lambda authorizer answers it, as usageIdentifierKey.' },
    },
  },
  endpoint: {
    title: 'Endpoint',
    type: 'API endpoint type',
    ipType: 'IP address type',
    ipTypes: {
      ipv4: { label: 'IPv4', description: 'Clients reach the endpoint by IPv4.' },
      dualstack: { label: 'Dualstack', description: 'By IPv4 and IPv6. Private APIs are always dualstack.' },
    },
    vpcEndpoints: 'VPC endpoint IDs - optional',
    vpcEndpointsHint: 'One a line, such as vpce-1a2b3c4d; the API then has addresses of their own for them.',
    execute: 'Default endpoint',
    executeHint: 'Without it clients reach the API through custom domain names alone; others get 403.',
    executeOn: 'Answer at the execute-api address',
  },
  content: {
    title: 'Content',
    compression: 'Content encoding',
    compressionHint: 'Compresses answers for clients that accept it.',
    compressionOn: 'Compress answers',
    minimum: 'Minimum body size (bytes)',
    minimumConstraint: 'From 0 to 10485760. Smaller answers are sent as they are.',
    binary: 'Binary media types',
    binaryHint:
      'One a line. Bodies of these types are not text: they are passed on as they are, or as base64 to functions. */* stands for all.',
  },
  import: {
    title: 'Update from an OpenAPI definition',
    description:
      'Changes this API, its resources, methods and models. Stages go on as they are until the next deployment.',
    mode: 'Mode',
    modes: {
      merge: {
        label: 'Merge',
        description: 'What the definition has is added or replaced; what it does not have stays.',
      },
      overwrite: {
        label: 'Overwrite',
        description: 'The API becomes what the definition says; what it does not have is deleted.',
      },
    },
    submit: 'Update API',
    clear: 'Clear',
    confirm: {
      title: (name: string) => `Overwrite ${name}`,
      text: 'Resources, methods, models and authorizers that the definition does not have are deleted from the API. Stages go on as they are until the next deployment.',
      action: 'Overwrite',
    },
    done: 'The API was updated. Deploy it for stages to follow.',
    nothingLeftOut: 'Nothing of the definition was left out.',
    leftOut: 'The import left things out',
    resources: 'Go to resources',
  },
} as const;
