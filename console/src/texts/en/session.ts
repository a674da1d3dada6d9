/** Signing in, and who is signed in. */
export const session = {
  product: 'Sallyport',
  documentTitle: 'Sign in | Sallyport',
  title: 'Sign in',
  signIn: 'Sign in',
  accessKeyId: 'Access key ID',
  secretAccessKey: 'Secret access key',
  sessionToken: 'Session token',
  temporary: 'Temporary credentials',
  whereKeysAre: 'The root user’s key stands in the file that “sallyport start” names.',
  kept: 'Your key stays in this tab’s memory. A reload signs you out.',
} as const;
