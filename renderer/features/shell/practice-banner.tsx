import { Button } from '@mantine/core';
import { FlaskConical } from 'lucide-react';
import { navigate } from '../../app/route.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useAppState } from '../../bridge/hooks.ts';
import { BannerProblem } from './banner-problem.tsx';
import css from './banner.module.css';

/** Stands over every page of practice mode and cannot be dismissed: nobody may take the sandbox for Google. */
export function PracticeBanner({ faultsOpen, onToggleFaults }: { readonly faultsOpen: boolean; readonly onToggleFaults: () => void }) {
  const { mode } = useAppState();
  const bridge = useBridge();
  const leaving = useAction();
  if (mode !== 'practice') return null;

  const leave = async (): Promise<void> => {
    const answer = await leaving.start(() => bridge.leavePractice());
    if (answer.ok) navigate({ page: 'authorizations' });
  };

  return (
    <>
      <section className={css.banner} data-hatched aria-label="Practice mode">
        <FlaskConical className={css.icon} size={15} strokeWidth={1.75} aria-hidden="true" />
        <p className={css.words}>
          <b>Practice mode.</b> Everything talks to a stand-in for Google on this computer.
        </p>
        <Button
          size="sm"
          variant="subtle"
          className={css.link ?? ''}
          aria-expanded={faultsOpen}
          onClick={onToggleFaults}
        >
          Practice faults
        </Button>
        <Button size="sm" variant="subtle" className={css.link ?? ''} loading={leaving.busy} onClick={() => void leave()}>
          Leave practice mode
        </Button>
      </section>
      <BannerProblem problem={leaving.problem} />
    </>
  );
}
