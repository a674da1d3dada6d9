/** A provider's URL without its scheme, as its ARN holds it (IAM user guide, "IAM ARNs"). */
export function hostOf(arn: string): string {
  return arn.slice(arn.indexOf('oidc-provider/') + 'oidc-provider/'.length);
}
