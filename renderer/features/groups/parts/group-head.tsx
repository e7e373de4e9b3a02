import type { GroupDto } from '../../../../preload/contract/groups.ts';
import { timeAgo } from '../../../ui/duration.ts';
import { useNow } from '../../../ui/use-now.ts';
import { shortened } from '../catalog/value-words.ts';
import css from './group-head.module.css';

/** Which group the form is about, and from when its values are. */
export function GroupHead({ group }: { readonly group: GroupDto }) {
  const now = useNow(null, 'minute');
  const name = group.notText.includes('name') ? '' : (group.values['name'] ?? '');
  return (
    <div className={css.head}>
      <h2 className={`gd-dialog-title gd-selectable ${css.title}`}>{name === '' ? group.email : shortened(name)}</h2>
      <p className="gd-meta">
        <span className="gd-selectable">{group.email}</span> · read {timeAgo(Math.max(0, now - group.loadedAt))}
      </p>
    </div>
  );
}
