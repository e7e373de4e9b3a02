import type { ActivityRow } from '../domain/activity/activity-row.ts';
import type { OAuthClient } from '../domain/clients/client.ts';
import type { Authorization } from '../domain/grants/authorization.ts';
import type { CheckRun } from '../domain/grants/check-all.ts';
import { investigate } from '../domain/grants/detective.ts';
import { lastGood, type Cause } from '../domain/grants/detective-case.ts';
import { GONE_ALREADY } from '../domain/grants/revoker.ts';
import { redact } from '../domain/shared/redact.ts';
import type { CauseDto, CheckAllDto } from '../../preload/contract/authorizations.ts';
import { labelOf } from './client-label.ts';
import type { Workspace } from './services.ts';

/** The case of one authorization, from what is stored of it, its client, its siblings and Activity. */
export async function causesOf({ clients, activity, grants }: Workspace, authorization: Authorization, now: number): Promise<readonly Cause[]> {
  const client = (await clients.byId(authorization.clientRef)) ?? (await clients.byClientId(authorization.clientId));
  const since = lastGood(authorization);
  // Activity names the account, not the client: with siblings a row may be about one of those.
  const rows = (await activity.rows()).filter((row) => row.account === authorization.email && row.at >= since);
  return investigate({
    authorization,
    now,
    clientStored: client !== null,
    publishing: client?.publishing,
    siblings: grants.revokePreview(authorization.id).filter((one) => one.id !== authorization.id),
    noticedAt: earliest(rows, (row) => row.what === 'refresh' && row.outcome === 'failed'),
    goneBeforeRevoke: rows.some((row) => row.what === 'revoke' && row.outcome === 'ok' && row.detail?.includes(GONE_ALREADY) === true),
  });
}

function earliest(rows: readonly ActivityRow[], matches: (row: ActivityRow) => boolean): number | null {
  const times = rows.filter(matches).map((row) => row.at);
  return times.length === 0 ? null : Math.min(...times);
}

export function causeDto({ code, title, likelihood, evidence, mend, action }: Cause): CauseDto {
  return { code, title, likelihood, evidence: evidence.map((line) => redact(line)), mend, action };
}

export function checkAllDto(run: CheckRun, clients: readonly OAuthClient[]): CheckAllDto {
  const byId = new Map(clients.map((client) => [client.id, client]));
  return {
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    cancelled: run.cancelled,
    total: run.total,
    checked: run.checked.map((one) => ({
      id: one.id,
      email: one.email,
      clientLabel: labelOf(byId.get(one.clientRef) ?? one),
      outcome: one.outcome,
      detail: one.detail === null ? null : redact(one.detail),
    })),
  };
}
