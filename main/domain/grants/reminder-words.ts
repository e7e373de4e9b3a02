import type { Reminder } from './reminder-times.ts';

const MINUTE = 60_000;
const moment = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** What a notification says: who, and when. It can be read over a shoulder and stays in the desktop's own list, so it holds nothing else. */
export function reminderWords(reminder: Reminder, email: string, now: number): { readonly title: string; readonly body: string } {
  const { endsAt, kind, certain } = reminder;
  const left = span(endsAt - now);
  const at = moment.format(endsAt);
  switch (kind) {
    case 'time-box':
      return { title: `${email} is revoked in ${left}`, body: `Its time is over ${at}. Give it more time if you still need it.` };
    case 'idle':
      return { title: `${email} may lapse in ${left}`, body: `Google ends sign-ins that nobody used for six months: ${at}. A refresh is enough to keep it.` };
    case 'sign-in':
      return { title: `The sign-in of ${email} ${certain ? 'ends' : 'likely ends'} in ${left}`, body: `It ${certain ? 'ends' : 'likely ends'} ${at}. Re-authorize to go on.` };
  }
}

/** `14 days`, `23 hours`, `45 minutes`; a started unit counts, so that nothing seems shorter than it is. */
function span(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / MINUTE));
  if (minutes > 48 * 60) return `${Math.ceil(minutes / (24 * 60))} days`;
  if (minutes > 90) return `${Math.ceil(minutes / 60)} hours`;
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
