import { useEffect, useEffectEvent } from 'react';
import { replaceRoute, useRoute } from '../../../app/route.ts';
import type { Desk } from './use-desk.ts';

/** Goes to the method that the page's address names, once: the address is then the bare one again, or it would undo every later choice. */
export function useAddressedMethod(desk: Pick<Desk, 'open'>): void {
  const { page, id, tab } = useRoute();
  const open = useEffectEvent(desk.open);
  useEffect(() => {
    if (page !== 'explorer' || id === null || tab === null) return;
    open(id, tab);
    replaceRoute({ page: 'explorer' });
  }, [page, id, tab]);
}
