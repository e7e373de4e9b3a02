import { hasLimitedReach } from './calendar-coverage.ts';
import { SCOPE_PREFIX } from './scope-entry.ts';

/** Outside Calendar: only files that the client made or opened, its own folder, what Meet made. */
const PARTS: ReadonlySet<string> = new Set(['drive.file', 'drive.appdata', 'drive.appfolder', 'drive.meet.readonly', 'script.send_mail'].map((name) => SCOPE_PREFIX + name));

/** Whether a scope sees only a part of the data: a call that it opens succeeds and shows too little. */
export function seesOnlyPart(scope: string): boolean {
  return hasLimitedReach(scope) || PARTS.has(scope);
}
