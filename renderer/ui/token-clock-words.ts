import { clockTime, dateFrom, dateTime, DAY, timeAgo, timeLeft, timeUntil } from './duration.ts';
import type { TokenClockData } from './token-clock-layout.ts';

export interface TokenClockWords {
  readonly access: { readonly label: string; readonly value: string; readonly live: boolean };
  readonly signIn: { readonly label: string; readonly value: string; readonly known: boolean };
  /** The end its owner gave it; null when it has none ahead. */
  readonly box: { readonly label: string; readonly value: string } | null;
  /** Why sign-in ends, or that nobody named an end. */
  readonly why: string | null;
}

/** The token clock as words: what the picture shows, for everybody. */
export function tokenClockWords(data: TokenClockData, now: number): TokenClockWords {
  return { access: accessWords(data, now), signIn: signInWords(data, now), box: boxWords(data, now), why: whyWords(data, now) };
}

function accessWords({ accessToken, over }: TokenClockData, now: number): TokenClockWords['access'] {
  const label = 'Access token';
  if (accessToken === null) return { label, value: 'none', live: false };
  const left = timeLeft(accessToken.expiresAt - now);
  if (left === null) return { label, value: `ended ${timeAgo(now - accessToken.expiresAt)}`, live: false };
  return over ? { label, value: 'no longer valid', live: false } : { label, value: left, live: true };
}

function signInWords({ signInEnds, over }: TokenClockData, now: number): TokenClockWords['signIn'] {
  if (over || (signInEnds !== null && signInEnds.at <= now)) {
    const value = signInEnds !== null && signInEnds.at <= now ? timeAgo(now - signInEnds.at) : 'over';
    return { label: value === 'over' ? 'Sign-in' : 'Sign-in ended', value, known: false };
  }
  if (signInEnds === null) return { label: 'Sign-in', value: 'no known end', known: false };
  return { label: signInEnds.certain ? 'Sign-in ends' : 'Sign-in likely ends', value: timeUntil(signInEnds.at - now), known: true };
}

function boxWords({ timeBox, over }: TokenClockData, now: number): TokenClockWords['box'] {
  if (over || timeBox === undefined || timeBox === null || timeBox.endsAt <= now) return null;
  return { label: 'Revoked by itself', value: timeUntil(timeBox.endsAt - now) };
}

function whyWords({ accessToken, signInEnds, over }: TokenClockData, now: number): string | null {
  const until = accessToken !== null && accessToken.expiresAt > now && !over ? `Access token until ${clockTime(accessToken.expiresAt)}.` : null;
  const why =
    signInEnds === null || over || signInEnds.at <= now
      ? null
      : `Sign-in ${signInEnds.certain ? 'ends' : 'likely ends'} ${endMoment(signInEnds.at, now)}: ${signInEnds.why}${/[.!?]$/.test(signInEnds.why) ? '' : '.'}`;
  const parts = [until, why].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

/** Months ahead the minute is noise, and the year is not. */
function endMoment(at: number, now: number): string {
  return at - now > 30 * DAY ? dateFrom(at, now) : dateTime(at);
}
