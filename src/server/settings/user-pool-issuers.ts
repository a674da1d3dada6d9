import type { UserPoolIssuers } from '../user-pools.ts';
import type { ValueKind } from './value-kinds.ts';

const PLACE = /^([a-z]{2,}(-[a-z]+)+-\d+|arn:[\w-]+:cognito-idp:[\w-]+:\d{12}:userpool\/[\w-]+)$/;

/** `PLACE=URL,...`: where user pools are, by region or ARN. */
export const userPoolIssuers: ValueKind<UserPoolIssuers> = {
  parse(text) {
    const issuers: Record<string, string> = {};
    for (const pair of text.split(',')) {
      const equals = pair.indexOf('=');
      const [place, url] = [pair.slice(0, equals), pair.slice(equals + 1)];
      if (equals < 0 || !PLACE.test(place) || !/^https?:\/\/[^?#]+$/.test(url) || !URL.canParse(url)) return undefined;
      issuers[place] = url.replace(/\/+$/, '');
    }
    return issuers;
  },
  allowed: 'a list like us-east-1=https://cognito.example.com, separated by commas',
  placeholder: 'PLACE=URL,...',
};
