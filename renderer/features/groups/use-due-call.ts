import { useEffect, useEffectEvent } from 'react';
import { takeDueCall } from '../consent/consent-run.ts';
import type { GroupDesk } from './group-desk.ts';

/** Carries out the call that waited for the scope which consent has just given. */
export function useDueCall(authorizationId: string, desk: GroupDesk, onDirectory: () => void): void {
  const carryOut = useEffectEvent(() => {
    const due = takeDueCall(authorizationId, ['group-load', 'group-save', 'directory']);
    switch (due?.kind) {
      case 'group-load':
        void desk.load(due.groupEmail);
        break;
      case 'group-save':
        void desk.save({ groupEmail: due.groupEmail, changes: due.changes, before: due.before });
        break;
      case 'directory':
        onDirectory();
        break;
      case undefined:
        break;
    }
  });
  useEffect(() => {
    // After the page has settled: a page that is put up and taken down at once must not swallow the call.
    const timer = setTimeout(() => {
      carryOut();
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, [authorizationId]);
}
