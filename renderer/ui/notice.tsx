import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ErrorDto, ProblemDto } from '../../preload/contract/result.ts';
import css from './notice.module.css';

export type Tone = 'bad' | 'warn' | 'info' | 'ok';

const ICON = { bad: TriangleAlert, warn: TriangleAlert, info: Info, ok: CircleCheck } as const;

/**
 * A message in the page: what happened, then what was not lost and what to do, then at most one button.
 * `bad` interrupts (`alert`), the others are polite (`status`); give `note` for text that was there from the start.
 */
export function Notice({
  tone,
  title,
  children,
  action,
  role = tone === 'bad' ? 'alert' : 'status',
}: {
  readonly tone: Tone;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly role?: 'alert' | 'status' | 'note';
}) {
  const Icon = ICON[tone];
  return (
    <div className={css.notice} data-tone={tone} role={role}>
      <Icon className={css.icon} size={17} strokeWidth={1.75} aria-hidden="true" />
      <div className={css.text}>
        <p className={css.title}>{title}</p>
        {children !== undefined && <div className={css.body}>{children}</div>}
      </div>
      {action !== undefined && <div className={css.action}>{action}</div>}
    </div>
  );
}

/** A failed call as a Notice. With several problems (a client file can have many) each gets its own line. */
export function ProblemNotice({
  problem,
  tone = 'bad',
  action,
  role,
}: {
  readonly problem: ErrorDto | ProblemDto;
  readonly tone?: Tone;
  readonly action?: ReactNode;
  readonly role?: 'alert' | 'status' | 'note';
}) {
  const several = 'problems' in problem && problem.problems.length > 1 ? problem.problems : [];
  // The first of several leads in `message`: in a list of all of them it would stand there twice.
  const title = several.length > 0 ? `${String(several.length)} things to mend, and nothing was stored.` : problem.message;
  return (
    <Notice tone={tone} title={title} action={action} {...(role === undefined ? {} : { role })}>
      {several.length > 0 && (
        <ul className={css.list}>
          {several.map((one) => (
            <li key={`${one.code} ${one.message}`}>
              {one.message}
              {one.hint !== null && ` ${one.hint}`}
            </li>
          ))}
        </ul>
      )}
      {several.length === 0 && problem.hint !== null && <p>{problem.hint}</p>}
    </Notice>
  );
}
