import type { ErrorDto } from '../../../preload/contract/result.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import css from './banner.module.css';

/** Why what a banner's button should do did not happen. */
export function BannerProblem({ problem }: { readonly problem: ErrorDto | null }) {
  return problem === null ? null : (
    <div className={css.problem}>
      <ProblemNotice problem={problem} />
    </div>
  );
}
