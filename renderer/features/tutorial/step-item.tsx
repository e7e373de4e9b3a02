import { Button } from '@mantine/core';
import { ArrowRight, Check, CircleDashed } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TutorialLanguage, TutorialPartDto } from '../../../preload/contract/tutorial.ts';
import { navigate, type Target } from '../../app/route.ts';
import { Chip } from '../../ui/chip.tsx';
import { CodeBlock } from './code-block.tsx';
import type { Standing } from './standing.ts';
import css from './step-item.module.css';
import { StepPicture } from './step-picture.tsx';

/** One step: what it does, what has changed, its code, and where the app does the same. */
export function StepItem({
  part,
  number,
  standing,
  language,
  onLanguage,
  onLeave,
  children,
}: {
  readonly part: TutorialPartDto;
  readonly number: number;
  readonly standing: Standing;
  readonly language: TutorialLanguage;
  readonly onLanguage: (language: TutorialLanguage) => void;
  /** Called before a door leads to another page. */
  readonly onLeave: () => void;
  /** Under the code. */
  readonly children?: ReactNode;
}) {
  const { step, title, what, changed, here, code } = part;
  const open = (target: Target): void => {
    onLeave();
    navigate(target);
  };
  return (
    <li className={css.step} data-done={standing.done || undefined}>
      <div className={css.rail} aria-hidden="true">
        <span className={css.badge}>{standing.done ? <Check size={14} strokeWidth={2.4} /> : number}</span>
        <StepPicture step={step} />
      </div>
      <section className={css.body} aria-labelledby={`tutorial-${step}`}>
        <h2 className="gd-section-title" id={`tutorial-${step}`}>
          {number}. {title}
        </h2>
        <p className={css.what}>{what}</p>
        <div>
          <h3 className="gd-meta" id={`tutorial-${step}-since`}>
            Since 2013
          </h3>
          <ul className={css.changed} aria-labelledby={`tutorial-${step}-since`}>
            {changed.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
        <CodeBlock title={title} code={code[language]} language={language} onLanguage={onLanguage} />
        {children}
        <div className={css.here} role="group" aria-label={`In Grantdesk: ${title}`}>
          <div className={css.hereHead}>
            <h3 className={css.hereTitle}>In Grantdesk</h3>
            <Chip tone={standing.done ? 'ok' : 'neutral'} icon={standing.done ? Check : CircleDashed} dashed={!standing.done}>
              {standing.words}
              {standing.done && <span className="gd-visually-hidden">: done</span>}
            </Chip>
          </div>
          <p className="gd-text-2">{here}</p>
          <div className={css.doors}>
            {standing.doors.map(({ label, target }) => (
              <Button
                key={label}
                size="sm"
                rightSection={<ArrowRight size={14} strokeWidth={1.75} aria-hidden="true" />}
                onClick={() => {
                  open(target);
                }}
              >
                {label}
              </Button>
            ))}
          </div>
        </div>
      </section>
    </li>
  );
}
