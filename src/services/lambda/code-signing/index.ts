/**
 * Code signing configurations, and which functions have one (Lambda guide, "Using code signing to verify code integrity"). There
 * is no AWS Signer here to ask, so all code counts as unsigned: `Enforce` refuses it, `Warn` lets it in and says so.
 */
export { checkCodeSigning, requireCodeSigningConfig } from './check-code.ts';
export { codeSigningHandlers } from './config-handlers.ts';
export { functionCodeSigningHandlers } from './function-handlers.ts';
export { isCodeSigningArn, signingConfigTags } from './tags.ts';
