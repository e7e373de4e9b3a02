/** What the command's exit code says. Scripts depend on these: a code never changes its meaning. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  unreachable: 3,
  refused: 4,
  switchedOff: 5,
  vaultLocked: 6,
  account: 7,
  signIn: 8,
  offline: 9,
  api: 10,
  interrupted: 130,
} as const;

/** For --help and docs, in order. */
export const EXIT_WORDS: readonly (readonly [number, string])[] = [
  [EXIT.ok, 'done'],
  [EXIT.failed, 'something unexpected; the message says what'],
  [EXIT.usage, 'the command line, the call or its values are wrong'],
  [EXIT.unreachable, 'Grantdesk is not running and could not be started, or did not answer in time'],
  [EXIT.refused, 'refused: not allowed, beyond what was allowed, or nobody answered'],
  [EXIT.switchedOff, 'Let scripts ask is off'],
  [EXIT.vaultLocked, 'the vault is locked or not set up'],
  [EXIT.account, 'no such account, or several'],
  [EXIT.signIn, 'the account has to sign in again, or did not grant the scope'],
  [EXIT.offline, 'Google could not be reached'],
  [EXIT.api, 'the API answered with an error; its answer is on standard output'],
];

const BY_FAULT: Readonly<Record<string, number>> = {
  'bad-request': EXIT.usage,
  'call-invalid': EXIT.usage,
  'api-unknown': EXIT.usage,
  'method-unknown': EXIT.usage,
  'not-reached': EXIT.unreachable,
  'protocol-version': EXIT.unreachable,
  'scripts-off': EXIT.switchedOff,
  'vault-locked': EXIT.vaultLocked,
  'vault-not-ready': EXIT.vaultLocked,
  'account-unknown': EXIT.account,
  'account-ambiguous': EXIT.account,
  'authorization-missing': EXIT.account,
  'sign-in-needed': EXIT.signIn,
  revoked: EXIT.signIn,
  'scope-not-granted': EXIT.signIn,
  'client-missing': EXIT.signIn,
  'reauthentication-required': EXIT.signIn,
  offline: EXIT.offline,
  'refresh-failed': EXIT.offline,
  'peer-not-proven': EXIT.refused,
  'scope-not-narrowed': EXIT.refused,
};

export function exitCodeOf(fault: string): number {
  return BY_FAULT[fault] ?? (fault.startsWith('script-') ? EXIT.refused : EXIT.failed);
}
