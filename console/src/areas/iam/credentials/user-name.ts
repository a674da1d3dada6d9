/** The name of the user whose ARN it is; undefined for root and for roles (IAM user guide, "IAM ARNs"). */
export function userNameOf(arn: string): string | undefined {
  return /^arn:[\w-]+:iam::\d{12}:user\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1];
}
