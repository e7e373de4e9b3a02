import { describeScope } from '../scopes/describe-scope.ts';
import { accessOf } from './access.ts';
import { scopesOf, type Finding } from './finding.ts';

/** Most dangerous first: what lives, then who can read it, then what it opens; after that by path, so that the order is always the same. */
export function byDanger(one: Finding, other: Finding): number {
  return life(other) - life(one) || readers(other) - readers(one) || power(other) - power(one) || compareText(one.file.path, other.file.path);
}

const LIFE: Readonly<Record<Finding['state'], number>> = { alive: 3, 'not-checked': 2, unknown: 2, ended: 0 };

/** A file with nothing to ask about (a client file, a locked store) stands after what may be alive, and before what has ended. */
function life({ state, credentials, kind }: Finding): number {
  if (credentials.length > 0) return LIFE[state];
  return OPENS_BY_ITSELF.has(kind) ? LIFE['not-checked'] : 1;
}

/** They hold refresh tokens or keys, though Grantdesk cannot read them. */
const OPENS_BY_ITSELF: ReadonlySet<Finding['kind']> = new Set(['service-account', 'python-pickle', 'gcalcli', 'java-store', 'gcloud-store', 'gws-key']);

const READERS = { others: 2, group: 1, owner: 0 } as const;

function readers({ file }: Finding): number {
  return file.mode === null ? 0 : READERS[accessOf(file.mode)];
}

const POWER = { restricted: 3, sensitive: 2, unknown: 1, 'non-sensitive': 0 } as const;

/** The key of a service account works for all it is allowed, without an end and without anybody's consent. */
function power(finding: Finding): number {
  if (finding.kind === 'service-account') return POWER.restricted;
  return Math.max(0, ...(scopesOf(finding) ?? []).map((scope) => POWER[describeScope(scope).sensitivity]));
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
