import type { Called } from '../desk/use-method-call.ts';
import css from './answer-tabs.module.css';

/** The headers that tell something, each with what it tells. */
export function HeaderList({ headers }: Pick<Called, 'headers'>) {
  if (headers.length === 0) return <p className={css.none}>No header of this answer tells anything.</p>;
  return (
    <dl className={css.headers}>
      {headers.map(({ name, value, meaning }) => (
        <div key={name}>
          <dt className="gd-mono">{name}</dt>
          <dd className="gd-mono">{value}</dd>
          <dd className={css.meaning}>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
