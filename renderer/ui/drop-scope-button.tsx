import { Button } from '@mantine/core';

interface DropScopeButtonProps {
  /** Id of the element that names the scope. */
  readonly titleId: string;
  readonly onDrop: () => void;
}

/** Leads to the consent without this scope; stands in a row that names it. */
export function DropScopeButton({ titleId, onDrop }: DropScopeButtonProps) {
  return (
    <Button size="sm" variant="subtle" color="gray" aria-describedby={titleId} onClick={onDrop}>
      Drop scope
    </Button>
  );
}
