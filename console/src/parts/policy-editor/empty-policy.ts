/** What a new policy of permissions begins with: whoever writes it says the actions. */
export const EMPTY_POLICY = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: [], Resource: '*' }] },
  null,
  2,
);
