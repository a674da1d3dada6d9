/** Under which name wrong passwords are counted. */
export function guessedName(accountId: string, userName: string): string {
  return `${accountId}/${userName.toLowerCase()}`;
}
