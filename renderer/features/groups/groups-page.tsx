import { CallPage } from '../explorer/call-page.tsx';
import { GroupWork } from './group-work.tsx';

/** The settings of one group: read, understood, changed, and put back. */
export function GroupsPage() {
  return (
    <CallPage title="Groups Settings" subtitle="Who can find, join, read and post, group by group">
      {(context) => <GroupWork {...context} />}
    </CallPage>
  );
}
