/** Operations that need no signature: clients prove themselves by what they send (the SDK's `httpAuthSchemeProvider`). */
export const UNSIGNED_OPERATIONS: ReadonlySet<string> = new Set([
  ...['AssociateSoftwareToken', 'ChangePassword', 'CompleteWebAuthnRegistration', 'ConfirmDevice'],
  ...['ConfirmForgotPassword', 'ConfirmSignUp', 'DeleteUser', 'DeleteUserAttributes', 'DeleteWebAuthnCredential'],
  ...['ForgetDevice', 'ForgotPassword', 'GetDevice', 'GetTokensFromRefreshToken', 'GetUser'],
  ...['GetUserAttributeVerificationCode', 'GetUserAuthFactors', 'GlobalSignOut', 'InitiateAuth', 'ListDevices'],
  ...['ListUserSessions', 'ListWebAuthnCredentials', 'ResendConfirmationCode', 'RespondToAuthChallenge', 'RevokeToken'],
  ...['RevokeUserSession', 'SetUserMFAPreference', 'SetUserSettings', 'SignUp', 'StartWebAuthnRegistration'],
  ...[
    'UpdateAuthEventFeedback',
    'UpdateDeviceStatus',
    'UpdateUserAttributes',
    'VerifySoftwareToken',
    'VerifyUserAttribute',
  ],
]);
