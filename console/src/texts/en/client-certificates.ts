/** Certificates that stages show to backends. */
export const clientCertificates = {
  service: 'API Gateway',
  title: 'Client certificates',
  description: 'What stages show to HTTPS backends, so that these know who calls.',
  refresh: 'Refresh',
  columns: { id: 'ID', description: 'Description', created: 'Created', expires: 'Expires' },
  expiry: {
    expired: 'Expired',
    inDays: (days: number) => (days === 1 ? 'in 1 day' : `in ${days} days`),
  },
  empty: {
    title: 'No client certificates',
    text: 'A stage that has one shows it to HTTPS backends. Give the backend its public part to trust, and choose it in the stage’s settings.',
  },
  generate: {
    button: 'Generate certificate',
    title: 'Generate client certificate',
    text: 'The certificate is valid for a year. Its private key stays within the gateway.',
    description: 'Description - optional',
    action: 'Generate',
    done: (id: string) => `Certificate ${id} was generated.`,
  },
  details: {
    title: 'Certificate details',
    arn: 'ARN',
    description: 'Description',
    done: 'The description was saved.',
    pem: 'PEM-encoded certificate',
    pemHint: 'For the backend, to trust who shows it.',
    download: 'Download',
    stages: 'Stages that use it',
    stagesHint: 'While there are any it cannot be deleted.',
    noStages: 'None. Choose it in a stage’s settings.',
    stage: (api: string, stage: string) => `${api}: ${stage}`,
  },
  delete: {
    button: 'Delete',
    title: 'Delete client certificate',
    consequence:
      'The certificate and its private key are deleted for good. Backends that ask for it get another one only from you.',
    done: (id: string) => `Certificate ${id} was deleted.`,
  },
} as const;
