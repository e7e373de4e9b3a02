import { describe, expect, it } from 'vitest';
import { undoRequest } from './undo-request.ts';
import { group } from './testing/samples.ts';

const save = { groupEmail: 'choir@harbor.example', changes: { archiveOnly: 'true', name: 'X' }, before: { archiveOnly: 'false', name: 'Harbor choir' } };

describe('undoRequest', () => {
  it('sends the old values of what took, and of what moved along', () => {
    const after = group({ archiveOnly: 'true', whoCanPostMessage: 'NONE_CAN_POST' });
    const moved = [
      { field: 'whoCanPostMessage', before: 'ALL_MEMBERS_CAN_POST', sent: null, now: 'NONE_CAN_POST' },
      { field: 'whoCanApproveMembers', before: 'X', sent: null, now: 'Y' },
      { field: 'whoCanDance', before: 'X', sent: null, now: 'Y' },
    ];
    // The name was ignored: it reads as before and needs no undoing.
    expect(undoRequest(after, save, moved)).toEqual({
      groupEmail: 'choir@harbor.example',
      changes: { archiveOnly: 'false', whoCanPostMessage: 'ALL_MEMBERS_CAN_POST' },
      before: { archiveOnly: 'true', whoCanPostMessage: 'NONE_CAN_POST' },
    });
  });

  it('is null when nothing took, or there was no old value', () => {
    expect(undoRequest(group(), save, [])).toBeNull();
    expect(undoRequest(group({ name: 'X' }), { ...save, before: {} }, [])).toBeNull();
  });
});
