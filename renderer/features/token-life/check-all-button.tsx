import { Button } from '@mantine/core';
import { ListChecks } from 'lucide-react';
import { CheckAllDialog } from './check-all-dialog.tsx';
import { useCheckAll } from './use-check-all.ts';

/** Asks Google about every authorization, in one go. */
export function CheckAllButton() {
  const checking = useCheckAll();
  return (
    <>
      <Button leftSection={<ListChecks size={15} strokeWidth={1.75} aria-hidden="true" />} onClick={checking.start}>
        Check all
      </Button>
      <CheckAllDialog checking={checking} />
    </>
  );
}
