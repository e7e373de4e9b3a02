import { SCOPE_PREFIX, type ScopeGroup } from '../scope-entry.ts';

/** OpenID Connect scopes. Asked for as `email` and `profile`, answered by Google in the long form. */
export const signInScopes: ScopeGroup = {
  product: 'Sign-in',
  entries: [
    {
      name: 'openid',
      scope: 'openid',
      title: 'Know which account this is',
      sensitivity: 'non-sensitive',
      confirmed: true,
      signIn: true,
    },
    {
      name: 'email',
      scope: `${SCOPE_PREFIX}userinfo.email`,
      title: "See the account's email address",
      sensitivity: 'non-sensitive',
      confirmed: true,
      signIn: true,
      aliases: ['email'],
    },
    {
      name: 'profile',
      scope: `${SCOPE_PREFIX}userinfo.profile`,
      title: "See the account's name and picture",
      sensitivity: 'non-sensitive',
      confirmed: true,
      signIn: true,
      aliases: ['profile'],
    },
  ],
};
