/**
 * Certificates for development: an authority of this machine's own, which can vouch for nothing on the internet, and a
 * certificate by it that is made anew before it ends.
 */
export { type DevCertificate, type DevOptions, devCertificate } from './dev-certificate.ts';
export { DEV_NAMES, isPrivateName } from './names.ts';
