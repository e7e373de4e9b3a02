import type { CallResultDto } from '../../../../preload/contract/calls.ts';
import css from './answer-tabs.module.css';

/** The request as it went out, without the token. */
export function RequestSent({ request }: Pick<CallResultDto, 'request'>) {
  return (
    <>
      <p className={`gd-mono gd-selectable ${css.sent}`}>
        {request.method} {request.url}
      </p>
      <dl className={css.headers} aria-label="Request headers">
        {request.headers.map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt className="gd-mono">{name}</dt>
            <dd className="gd-mono">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
