/** What is told of the installation as a whole is the operator's: nobody of another account may ask, whatever his policies say. */
export function systemArn(operatorAccountId: string): string {
  return `arn:aws:sallyport::${operatorAccountId}:system`;
}
