/** A person who can sign in at the sandbox. */
export interface SandboxAccount {
  /** 21 digits, as Google's `sub`. */
  readonly sub: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  /** Workspace domain (the `hd` claim); null for a consumer account. */
  readonly domain: string | null;
  /** May read and change the settings of the domain's groups. */
  readonly admin: boolean;
  /** IANA zone of the primary calendar. */
  readonly timeZone: string;
}

/** The cast: two Workspace domains and one consumer mailbox, all under the reserved .example. */
export const practiceAccounts: readonly SandboxAccount[] = [
  {
    sub: '104815162342118151601',
    email: 'ada.lovelace@harbor.example',
    givenName: 'Ada',
    familyName: 'Lovelace',
    domain: 'harbor.example',
    admin: true,
    timeZone: 'Europe/Berlin',
  },
  {
    sub: '104815162342118151602',
    email: 'maya.okafor@harbor.example',
    givenName: 'Maya',
    familyName: 'Okafor',
    domain: 'harbor.example',
    admin: false,
    timeZone: 'Europe/Berlin',
  },
  {
    sub: '117320508075688772935',
    email: 'tomas.silva@orchard.example',
    givenName: 'Tomás',
    familyName: 'Silva',
    domain: 'orchard.example',
    admin: true,
    timeZone: 'Europe/Lisbon',
  },
  {
    sub: '112233445566778899001',
    email: 'jo.winter@postbox.example',
    givenName: 'Jo',
    familyName: 'Winter',
    domain: null,
    admin: false,
    timeZone: 'America/New_York',
  },
];

/** A person's name as shown and as in the `name` claim. */
export function nameOf(account: SandboxAccount): string {
  return `${account.givenName} ${account.familyName}`;
}
