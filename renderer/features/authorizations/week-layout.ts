import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { dateFrom, dateLabel, dateTime, startOfDay } from '../../ui/duration.ts';
import { place, scaleOf, type Scale } from '../../ui/token-clock-layout.ts';
import { stateAt } from './standing.ts';

/** One line of `Next 7 days`. Places are shares of the width, 0 to 1. */
export interface WeekRow {
  readonly id: string;
  readonly label: string;
  readonly email: string;
  readonly kind: 'ends' | 'later' | 'open' | 'over';
  /** Where the bar stops. */
  readonly to: number;
  /** Where the access token ends, within the picture. */
  readonly tokenTo: number | null;
  /** Beside the mark. */
  readonly text: string;
  /** The same as a full sentence for the list that stands in for the picture. */
  readonly sentence: string;
}

export interface Week {
  readonly scale: Scale;
  readonly now: number;
  readonly rows: readonly WeekRow[];
  /** How many further authorizations have no row. */
  readonly more: number;
}

/** More lines than this stop being a picture; those that end soon are never among the left out. */
const MOST_ROWS = 8;
const RANK: Record<WeekRow['kind'], number> = { over: 0, ends: 0, later: 1, open: 2 };

/** Today and the seven days after it; revoked authorizations have no future and no row. */
export function layoutWeek(authorizations: readonly AuthorizationDto[], now: number): Week {
  const scale = scaleOf(now, 8, now);
  const living = authorizations.filter((one) => stateAt(one, now) !== 'revoked');
  const all = living.map((one) => row(one, nameIn(living, one), scale, now));
  const rows = all.length <= MOST_ROWS ? all : all.toSorted((a, b) => RANK[a.kind] - RANK[b.kind] || a.to - b.to);
  const soon = rows.filter((one) => RANK[one.kind] === 0).length;
  const shown = rows.slice(0, Math.max(MOST_ROWS, soon));
  return { scale, now: place(scale, now), rows: shown, more: rows.length - shown.length };
}

function localPart(email: string): string {
  return email.split('@')[0] || email;
}

/** As short as the picture says it; the whole address only where two accounts share the part before the @. */
function nameIn(all: readonly AuthorizationDto[], { account: { email } }: AuthorizationDto): string {
  const short = localPart(email);
  return all.some((other) => other.account.email !== email && localPart(other.account.email) === short) ? email : short;
}

function row(one: AuthorizationDto, name: string, scale: Scale, now: number): WeekRow {
  const email = one.account.email;
  const token = one.accessToken;
  const base = {
    id: one.id,
    email,
    label: localPart(email),
    tokenTo: token !== null && token.expiresAt > now ? place(scale, token.expiresAt) : null,
  };
  const end = one.signInEnds;
  if (one.state === 'sign-in-needed' || (end !== null && end.at <= now)) {
    const when = end !== null && end.at <= now ? endedWhen(end.at, now) : 'Sign-in ended';
    return { ...base, tokenTo: null, kind: 'over', to: place(scale, now), text: when, sentence: `${name}: ${lower(when)}` };
  }
  if (end === null) {
    return { ...base, kind: 'open', to: 1, text: 'No known end', sentence: `${name}: no known end` };
  }
  const word = end.certain ? 'ends' : 'likely ends';
  if (end.at > scale.end) {
    const text = `${end.certain ? 'Ends' : 'Likely ends'} ${dateFrom(end.at, now)}`;
    return { ...base, kind: 'later', to: 1, text, sentence: `${name}: sign-in ${word} ${dateFrom(end.at, now)}, ${end.why}` };
  }
  const text = `Sign-in ${word} · ${end.why}`;
  return { ...base, kind: 'ends', to: place(scale, end.at), text, sentence: `${name}: sign-in ${word} ${dateTime(end.at)}, ${end.why}` };
}

function endedWhen(at: number, now: number): string {
  if (at >= startOfDay(now)) return 'Ended today';
  return `Ended ${dateLabel(at)}`;
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
