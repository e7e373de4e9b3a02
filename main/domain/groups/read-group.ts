import type { CallReport } from '../google/call-report.ts';
import type { Explanation } from '../google/explanation.ts';
import { RETRY } from '../google/explanation.ts';
import { validateGroupEmail } from '../google/group-email.ts';
import type { GroupsClient } from '../google/groups-client.ts';
import type { Outcome } from '../shared/fault.ts';
import type { Clock } from '../shared/ports.ts';
import { readGroupSettings, valueOf, type GroupSettings } from './group-values.ts';

/** A group as it was read. */
export interface Group extends GroupSettings {
  readonly email: string;
  /** Milliseconds since the epoch. */
  readonly loadedAt: number;
}

export type Refusal = { readonly outcome: 'refused'; readonly explanation: Explanation } | { readonly outcome: 'cancelled' };

/** Which group, by whom, and how long somebody wants it. */
export interface GroupAsk {
  readonly authorizationId: string;
  readonly email: string;
  readonly signal: AbortSignal;
}

export interface ReadNeeds {
  readonly groups: Pick<GroupsClient, 'readSettings'>;
  readonly clock: Clock;
}

/** Reads a group's settings; an answer in XML, or one that is no object, is a refusal. */
export async function readGroup(
  { groups, clock }: ReadNeeds,
  { authorizationId, email, signal }: GroupAsk,
): Promise<{ readonly outcome: 'loaded'; readonly group: Group } | Refusal> {
  const report = reportIn(await groups.readSettings(authorizationId, email, { signal }));
  if (report.exchange.kind === 'cancelled') return { outcome: 'cancelled' };
  if (report.explanation !== null) return { outcome: 'refused', explanation: report.explanation };
  const settings = settingsIn(report);
  if (settings === null) return { outcome: 'refused', explanation: UNREADABLE };
  return { outcome: 'loaded', group: { ...settings, email: addressOf(settings, email), loadedAt: clock.now() } };
}

/** The settings in an answer; null when it holds none. */
export function settingsIn({ exchange, explanation }: CallReport): GroupSettings | null {
  return exchange.kind === 'response' && explanation === null && !exchange.truncated ? readGroupSettings(exchange.body) : null;
}

/** The address was checked before; a client that refuses it all the same is a mistake of ours. */
export function reportIn(outcome: Outcome<CallReport>): CallReport {
  if (outcome.ok) return outcome.value;
  throw new Error(`the client refused a checked address: ${outcome.error.code}`);
}

/** As Google spells it, when it is one. */
function addressOf({ values, notText }: GroupSettings, asked: string): string {
  const told = notText.includes('email') ? null : valueOf(values, 'email');
  return told !== null && validateGroupEmail(told).ok ? told : asked;
}

export const UNREADABLE: Explanation = {
  code: 'unreadable',
  title: 'The answer cannot be read.',
  meaning: 'It is larger than what is read of an answer, or not the JSON that was asked for.',
  remedies: [RETRY],
};
