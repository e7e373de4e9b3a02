import { errorPageStatus } from '../auth/auth-error.ts';
import { noFaults, type ApiFaultKind, type SandboxFaults, type TokenFaultKind } from '../faults.ts';

const apiKinds: readonly ApiFaultKind[] = [
  '401',
  '403scope',
  'accessNotConfigured',
  '429',
  'rateLimit403',
  '500',
  '503',
  'html',
  'slow',
  'cut',
  'notAdmin',
  'quotaExceeded',
  '412',
];
const tokenKinds: readonly TokenFaultKind[] = ['invalid_grant', 'invalid_rapt', 'invalid_client', '503', 'html', 'cut', 'slow'];

type Check = (value: unknown) => boolean;

const isFlag: Check = (value) => typeof value === 'boolean';
const isCount: Check = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
const isOptionalCount: Check = (value) => value === undefined || isCount(value);

const isTimes: Check = (value) =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 1 && 'times' in value && isCount(value.times);

function isFault(kinds: readonly string[]): Check {
  return (value) => {
    if (value === null) return true;
    if (typeof value !== 'object') return false;
    const { kind, times, retryAfterSeconds, slowMs, ...rest } = value as Record<string, unknown>;
    return (
      typeof kind === 'string' &&
      kinds.includes(kind) &&
      [times, retryAfterSeconds, slowMs].every(isOptionalCount) &&
      Object.keys(rest).length === 0
    );
  };
}

const checks: Readonly<Record<keyof SandboxFaults, Check>> = {
  refuseScopes: (value) => Array.isArray(value) && value.every((scope) => typeof scope === 'string'),
  blockAppWindows: (value) => value === false || value === 'rejected' || value === 'disallowed_useragent',
  deny: isFlag,
  wrongAccount: isFlag,
  errorPage: (value) => value === null || (typeof value === 'string' && Object.hasOwn(errorPageStatus, value)),
  accessTokenSeconds: (value) => value === null || isCount(value),
  noRefreshToken: isFlag,
  rotateRefreshToken: isFlag,
  api: isFault(apiKinds),
  token: isFault(tokenKinds),
  revoke: isFault(tokenKinds),
  wrongState: isFlag,
  wrongIss: isFlag,
  faviconFirst: isFlag,
  emptyPages: isFlag,
  syncTokenGone: (value) => isFlag(value) || isTimes(value),
  oddData: isFlag,
  groupsAtom: isFlag,
  discovery: (value) => typeof value === 'string' && ['usual', 'changed', 'hostile', 'refused', 'slow'].includes(value),
};

/** Reads the body of PUT faults: what is not named is off. The string names the first key that is unknown or has a wrong value. */
export function readFaults(body: Readonly<Record<string, unknown>>): SandboxFaults | string {
  for (const [name, value] of Object.entries(body)) {
    if (!Object.hasOwn(checks, name) || !checks[name as keyof SandboxFaults](value)) return name;
  }
  return { ...noFaults, ...(body as Partial<SandboxFaults>) };
}
