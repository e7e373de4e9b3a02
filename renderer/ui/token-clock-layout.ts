import { dayLabel, MINUTE, startOfDay } from './duration.ts';

/** Whole local days side by side, the scale of a time picture. Times are milliseconds since the epoch. */
export interface Scale {
  readonly start: number;
  readonly end: number;
  /** `at` and `to` are shares of the width, 0 to 1. */
  readonly days: readonly { readonly label: string; readonly at: number; readonly to: number; readonly today: boolean }[];
}

/** Where `time` stands on the scale, 0 to 1, held inside it. */
export function place(scale: Scale, time: number): number {
  return Math.min(1, Math.max(0, (time - scale.start) / (scale.end - scale.start)));
}

/** `count` days, the first of them the day of `from`. */
export function scaleOf(from: number, count: number, now: number): Scale {
  const edges = Array.from({ length: count + 1 }, (_, n) => startOfDay(from, n));
  const start = edges[0] ?? from;
  const end = edges[count] ?? from;
  const today = startOfDay(now);
  const days = edges.slice(0, count).map((edge, n) => ({
    label: edge === today ? 'Today' : dayLabel(edge),
    at: (edge - start) / (end - start),
    to: ((edges[n + 1] ?? end) - start) / (end - start),
    today: edge === today,
  }));
  return { start, end, days };
}

export interface TokenClockData {
  readonly consentedAt: number;
  readonly accessToken: { readonly issuedAt: number; readonly expiresAt: number } | null;
  readonly tokenLives: readonly { readonly from: number; readonly to: number }[];
  readonly signInEnds: { readonly at: number; readonly certain: boolean; readonly why: string } | null;
  /** The end its owner gave it; absent or null: none. */
  readonly timeBox?: { readonly endsAt: number } | null;
  /** The sign-in is over: revoked, or Google wants a new one. */
  readonly over: boolean;
}

export interface TokenClockLayout {
  readonly scale: Scale;
  readonly now: number;
  /** Past and present lives of access tokens; lives that touch are one. */
  readonly lives: readonly { readonly from: number; readonly to: number }[];
  /** End of the access token while it lives. */
  readonly until: number | null;
  readonly signIn: {
    readonly from: number;
    /** Up to here it is known to have held. */
    readonly to: number;
    /** Where it likely ends, when that lies on the scale. */
    readonly end: number | null;
    /** Where the open part stops: the end, or the edge when none is known or it lies beyond. */
    readonly reach: number;
    /** False when it began before the scale. */
    readonly startShown: boolean;
  };
  /** The end its owner gave it, while that lies ahead; `shown` when it lies on the scale. */
  readonly box: { readonly at: number; readonly endsAt: number; readonly shown: boolean } | null;
}

const DAYS = 8;
const DAYS_BACK = 4;
/** Refreshes come a little early or late: lives this near each other are drawn as one. */
const SEAM = 5 * MINUTE;

function joined(lives: TokenClockData['tokenLives']): { from: number; to: number }[] {
  const out: { from: number; to: number }[] = [];
  for (const life of [...lives].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last !== undefined && life.from <= last.to + SEAM) last.to = Math.max(last.to, life.to);
    else if (life.to > life.from) out.push({ ...life });
  }
  return out;
}

/** Eight days around now: four behind it, fewer for a young sign-in, so that most of the width tells something. */
export function layoutTokenClock(data: TokenClockData, now: number): TokenClockLayout {
  const earliest = startOfDay(now, -DAYS_BACK);
  const begun = Math.min(data.consentedAt, now);
  const scale = scaleOf(Math.max(earliest, startOfDay(begun)), DAYS, now);
  const token = data.accessToken;
  const current = token === null ? [] : [{ from: token.issuedAt, to: Math.min(token.expiresAt, now) }];
  const lives = joined([...data.tokenLives.map((life) => ({ from: life.from, to: Math.min(life.to, now) })), ...current])
    .filter((life) => life.to > scale.start)
    .map((life) => ({ from: place(scale, life.from), to: place(scale, life.to) }));
  const endAt = data.signInEnds?.at ?? null;
  const onScale = endAt !== null && endAt >= scale.start && endAt <= scale.end;
  const held = data.over && endAt !== null ? Math.min(endAt, now) : now;
  return {
    scale,
    now: place(scale, now),
    lives,
    until: token !== null && token.expiresAt > now && !data.over ? token.expiresAt : null,
    signIn: {
      from: place(scale, begun),
      to: place(scale, held),
      end: onScale ? place(scale, endAt) : null,
      reach: data.over ? place(scale, held) : endAt === null ? 1 : place(scale, endAt),
      startShown: begun >= scale.start,
    },
    box: boxOf(data, scale, now),
  };
}

function boxOf({ timeBox, over }: TokenClockData, scale: Scale, now: number): TokenClockLayout['box'] {
  if (over || timeBox === undefined || timeBox === null || timeBox.endsAt <= now) return null;
  return { at: place(scale, timeBox.endsAt), endsAt: timeBox.endsAt, shown: timeBox.endsAt <= scale.end };
}
