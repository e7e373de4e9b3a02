import type { PlaceState, SweepCountsDto, SweepRunDto } from '../../../preload/contract/sweep.ts';

/** `1 file`, `12,345 files` */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`;
}

/** `12,345 files in 1,234 folders` */
export function seenWords({ files, folders }: SweepCountsDto): string {
  return `${count(files, 'file')} in ${count(folders, 'folder')}`;
}

/** `in a moment`, `in 0.4 s`, `in 2 min` */
export function tookWords({ startedAt, endedAt }: SweepRunDto): string {
  const seconds = Math.max(0, (endedAt ?? startedAt) - startedAt) / 1000;
  if (seconds < 0.1) return 'in a moment';
  return seconds < 100 ? `in ${seconds.toFixed(1)} s` : `in ${String(Math.round(seconds / 60))} min`;
}

/** What was not looked at, a sentence for each reason there was. */
export function leftOutWords(counts: SweepCountsDto): readonly string[] {
  const { skipped, links, unreadable, otherDisks, special, tooLarge, limited } = counts;
  return [
    skipped > 0 ? `${count(skipped, 'folder')} of caches, packages, version control and browser profiles` : null,
    links > 0 ? `${count(links, 'link')}, which ${links === 1 ? 'is' : 'are'} not followed` : null,
    otherDisks > 0 ? `${count(otherDisks, 'folder')} on other disks: add them to look there` : null,
    unreadable > 0 ? `${String(unreadable)} that could not be read` : null,
    tooLarge > 0 ? `${count(tooLarge, 'file')} larger than 5 MB` : null,
    special > 0 ? `${count(special, 'pipe or device', 'pipes or devices')}` : null,
    limited ? 'the rest, because there are too many: add single folders instead' : null,
  ].filter((one) => one !== null);
}

export const PLACE_STATE: Readonly<Record<Exclude<PlaceState, null>, string>> = {
  present: 'Looked in',
  absent: 'Not there',
  link: 'A link: not followed',
  unreadable: 'Could not be read',
};
