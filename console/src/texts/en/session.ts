/** Signing in, and who is signed in. */
export const session = {
  documentTitle: 'Sign in | Sallyport',
  title: 'Sign in to Sallyport',
  signIn: 'Sign in',
  withKey: 'Access key',
  asUser: 'Console user',
  accessKeyId: 'Access key ID',
  secretAccessKey: 'Secret access key',
  sessionToken: 'Session token',
  temporary: 'Temporary credentials',
  whereKeysAre: 'The root user’s key stands in the file that “sallyport start” names.',
  fields: {
    account: 'Account ID or alias',
    user: 'User name',
    password: 'Password',
    newPassword: 'New password',
  },
  whichAccount: '000000000000, unless “sallyport start” was given another.',
  mustChange: {
    title: 'Choose a new password',
    text: 'The password that you were given has to be replaced before you go on.',
  },
  kept: 'What you enter stays in this tab’s memory. A reload signs you out.',
} as const;
