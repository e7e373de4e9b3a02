import type { OAuthClient } from '../domain/clients/client.ts';
import type { Authorization } from '../domain/grants/authorization.ts';
import type { GrantInsight } from '../domain/insight/grant-insight.ts';
import { describeScope } from '../domain/scopes/describe-scope.ts';
import { accessOf, octalOf } from '../domain/sweep/access.ts';
import { abilitiesOf, accountsOf, scopesOf, type Finding } from '../domain/sweep/finding.ts';
import type { RevokePlan } from '../domain/sweep/finding-actions.ts';
import type { Sweep, SweepState } from '../domain/sweep/sweep.ts';
import type { FindingDto, RevokePlanDto, SweepDto, SweepRunDto } from '../../preload/contract/sweep.ts';
import { problemDto } from './answer.ts';
import { revokePreviewDto } from './authorization-dto.ts';
import { scopeDto } from './scope-dto.ts';

interface World {
  readonly sweep: Pick<Sweep, 'places' | 'folders' | 'state'>;
  readonly insight: Pick<GrantInsight, 'worstCase'>;
}

/** A path as people read it. */
type ShortPath = (path: string) => string;

/** Findings are replaced, never changed: each is put into words once, however often a running sweep is told. */
const worded = new WeakMap<Finding, FindingDto>();

export function sweepDto({ sweep, insight }: World, short: ShortPath): SweepDto {
  const state = sweep.state();
  const stateOf = (path: string): SweepDto['folders'][number]['state'] => state?.places.get(path) ?? null;
  return {
    places: sweep.places().map(({ id, tool, root, isFile }) => ({ id, tool, isFile, path: short(root.path), state: stateOf(root.path) })),
    folders: sweep.folders().map(({ id, path }) => ({ id, path: short(path), state: stateOf(path) })),
    run: state === null ? null : runDto(state),
    findings: (state?.findings ?? []).map((finding) => {
      const known = worded.get(finding) ?? findingDto(finding, insight, short);
      worded.set(finding, known);
      return known;
    }),
  };
}

function runDto({ startedAt, endedAt, cancelled, wholeHome, counts }: SweepState): SweepRunDto {
  const { folders, files, skipped, unreadable, links, otherDisks, special, tooLarge, limited } = counts;
  return { startedAt, endedAt, cancelled, wholeHome, counts: { folders, files, skipped, unreadable, links, otherDisks, special, tooLarge, limited } };
}

/** Named fields only. */
export function findingDto(finding: Finding, insight: World['insight'], short: ShortPath): FindingDto {
  const { id, kind, file, state, detail, checkedAt, credentials, note, imported } = finding;
  const scopes = scopesOf(finding)?.filter((scope) => !describeScope(scope).signIn) ?? null;
  return {
    id,
    kind,
    path: short(file.path),
    mode: file.mode === null ? null : { octal: octalOf(file.mode), access: accessOf(file.mode) },
    modifiedAt: file.modifiedAt,
    size: file.size,
    state,
    detail,
    checkedAt,
    accounts: accountsOf(finding),
    credentials: credentials.length,
    scopes: scopes === null ? null : scopes.map(scopeDto),
    worstCase: scopes === null ? [] : insight.worstCase(scopes).map(({ sentence }) => sentence),
    note: note === null ? null : problemDto(note),
    imported,
    can: abilitiesOf(finding),
  };
}

export function revokePlanDto({ accounts, projects, accountKnown, dying }: RevokePlan, clientOf: (one: Authorization) => OAuthClient | null): RevokePlanDto {
  return { accounts, projects, accountKnown, ...revokePreviewDto(dying, clientOf) };
}
