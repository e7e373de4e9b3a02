import type { ImportedFindingDto } from '../../../preload/contract/sweep.ts';
import { count } from './sweep-words.ts';

/** `Imported ada@harbor.example`, with what did not come along. */
export function importedWords({ accounts, ended, left, client }: ImportedFindingDto): string {
  if (client !== null) return 'Imported the client: it is under Clients';
  const who = accounts.length === 1 ? (accounts[0] ?? '') : count(accounts.length, 'account');
  const more = [ended > 0 ? `${ended === 1 ? 'one has' : `${String(ended)} have`} ended: re-authorize` : null, left > 0 ? `${count(left, 'credential')} left out` : null];
  return [`Imported ${who}`, ...more.filter((one) => one !== null)].join('; ');
}
