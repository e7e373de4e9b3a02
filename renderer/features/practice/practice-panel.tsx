import { CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ProblemNotice } from '../../ui/notice.tsx';
import { FaultSwitches } from './fault-switches.tsx';
import { PracticeActions } from './practice-actions.tsx';
import css from './practice-panel.module.css';
import { usePracticeFaults } from './use-practice-faults.ts';

/**
 * Makes the sandbox misbehave. Docked and not modal, so that a fault can be set and the page beside it tried at once;
 * Esc closes it unless a dialog above took the key.
 */
export function PracticePanel({ onClose }: { readonly onClose: () => void }) {
  const { faults, problem, save, reload } = usePracticeFaults();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    heading.current?.focus();
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role="dialog"][aria-modal="true"]') === null) onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [onClose]);

  return (
    <div className={css.panel} role="dialog" aria-labelledby="practice-faults">
      <div className={css.head}>
        <div>
          <h2 className="gd-dialog-title" id="practice-faults" ref={heading} tabIndex={-1}>
            Practice faults
          </h2>
          <p className="gd-text-2">What the stand-in does from now on</p>
        </div>
        <CloseButton aria-label="Close" size={28} onClick={onClose} />
      </div>
      <div className={`gd-scroll ${css.body}`}>
        {problem !== null && <ProblemNotice problem={problem} />}
        {faults !== null && <FaultSwitches faults={faults} onChange={save} />}
        <PracticeActions onReset={reload} />
      </div>
    </div>
  );
}
