/** Who may call an API, by a policy of its own. */
export const resourcePolicy = {
  title: 'Resource policy',
  description:
    'Who may call the API, and from where, in the language of IAM. Without one, the authorization of each method decides alone.',
  policy: 'Policy document',
  simulate: 'Access simulator',
  deploy: 'Deploy API',
  templates: 'Select a template',
  examples: {
    accounts: { text: 'AWS account allowlist', description: 'Roles of another account may call, signed.' },
    ranges: { text: 'IP range allowlist', description: 'Only from some addresses.' },
    blockedRanges: { text: 'IP range denylist', description: 'From anywhere but some addresses.' },
    endpoint: { text: 'Source VPC endpoint allowlist', description: 'Only through one VPC endpoint.' },
    denyByDefault: { text: 'Deny by default', description: 'Nothing but what a statement names.' },
  },
  short: 'execute-api:/STAGE/VERB/path is short for the whole ARN of this API, into which it is changed when you save.',
  done: 'The resource policy was saved. Deploy the API for stages to follow it.',
  empty: {
    title: 'No resource policy',
    text: 'A resource policy lets in, or keeps out, by address, account or VPC endpoint, before and beside what methods ask for. Private APIs need one.',
    write: 'Write a policy',
  },
  delete: {
    button: 'Delete policy',
    title: 'Delete resource policy',
    consequence:
      'The policy is deleted for good. From the next deployment on nobody is kept out by it: whatever each method’s authorization lets through may call. A private API without one cannot be called at all.',
    done: 'The resource policy was deleted. Deploy the API for stages to follow.',
  },
} as const;
