import type { RevokePreviewDto } from '../../../preload/contract/authorizations.ts';
import classes from './dying-list.module.css';

interface DyingListProps {
  readonly label: string;
  readonly dying: RevokePreviewDto['dying'];
  /** More may be found yet. */
  readonly busy?: boolean;
}

/** The authorizations that end with one revoke. */
export function DyingList({ label, dying, busy = false }: DyingListProps) {
  return (
    <ul className={classes.dying} aria-label={label} aria-busy={busy}>
      {dying.map((one) => (
        <li key={one.id}>
          <span className={classes.email}>{one.email}</span> <span className={classes.client}>{one.clientLabel}</span>
        </li>
      ))}
    </ul>
  );
}
