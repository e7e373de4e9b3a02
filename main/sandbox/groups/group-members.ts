/** Members by group, for the lists of the Directory and for the free/busy of a group. */
const members: Readonly<Record<string, readonly string[]>> = {
  'choir@harbor.example': ['ada.lovelace', 'maya.okafor', 'ines.falk', 'noor.haddad'].map(atHarbor),
  'rota@harbor.example': ['ada.lovelace', 'maya.okafor', 'ines.falk', 'piet.brandt', 'noor.haddad', 'luca.moreau'].map(atHarbor),
  'staff@harbor.example': Array.from({ length: 140 }, (_, index) => atHarbor(`berth.${String(index + 1)}`)),
  'crew@harbor.example': ['maya.okafor', 'piet.brandt', 'luca.moreau'].map(atHarbor),
  'regatta@harbor.example': ['ines.falk', 'sam.ito'].map(atHarbor),
  'press@harbor.example': ['ada.lovelace'].map(atHarbor),
  'growers@orchard.example': ['tomas.silva@orchard.example'],
};

function atHarbor(name: string): string {
  return `${name}@harbor.example`;
}

/** The direct members of a group, by address in lower case; empty for one that nobody joined. */
export function membersOf(email: string): readonly string[] {
  return Object.hasOwn(members, email) ? (members[email] ?? []) : [];
}
