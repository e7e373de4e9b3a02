import type { ActivityEntry, ActivitySink } from '../shared/ports.ts';

export class ActivityList implements ActivitySink {
  readonly entries: ActivityEntry[] = [];

  record(entry: ActivityEntry): void {
    this.entries.push(entry);
  }
}
