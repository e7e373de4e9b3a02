import type { EventWrite } from '../../../../preload/contract/calendar.ts';

/** What a toast says about a write that was done: `Saved “Choir”`. */
export function doneWords(write: EventWrite, title: string | null): string {
  const name = `“${title === null || title.trim() === '' ? '(No title)' : short(title.trim())}”`;
  switch (write.kind) {
    case 'insert':
    case 'quick-add':
      return `Created ${name}`;
    case 'patch':
      return write.scope === 'series' ? `Saved the series ${name}` : `Saved ${name}`;
    case 'move':
      return write.scope === 'series' ? `Moved the series ${name}` : `Moved ${name}`;
    case 'delete':
      return write.scope === 'series' ? `Deleted the series ${name}` : `Deleted ${name}`;
    case 'respond':
      return { accepted: `Going to ${name}`, tentative: `Maybe going to ${name}`, declined: `Not going to ${name}` }[write.response];
    case 'undo':
      return 'Undone';
  }
}

function short(title: string): string {
  const letters = Array.from(title);
  return letters.length <= 60 ? title : `${letters.slice(0, 59).join('')}…`;
}
