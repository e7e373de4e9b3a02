import { Switch } from '@mantine/core';
import { Plug } from 'lucide-react';
import { useId } from 'react';
import type { ScriptsDto } from '../../../preload/contract/scripts.ts';
import { Chip } from '../../ui/chip.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { useSetting } from '../settings/use-setting.ts';
import css from './scripts-page.module.css';

/** The one switch: while it is off there is nothing that a program could talk to. */
export function LetScriptsSection({ scripts }: { readonly scripts: ScriptsDto | null }) {
  const { settings, problem, save } = useSetting();
  const words = useId();
  return (
    <>
      <Card padded className={css.switchCard ?? ''}>
        <div>
          <Switch label="Let scripts ask" aria-describedby={words} checked={settings.letScripts} onChange={(event) => void save({ letScripts: event.currentTarget.checked })} />
          <p id={words} className={css.switchWords}>
            Opens a socket on this computer, for your user alone. A program that asks is shown to you, and gets nothing before you allow it. While this is off there is no socket.
          </p>
        </div>
        {scripts?.listening === true && (
          <Chip tone="ok" icon={Plug}>
            Listening
          </Chip>
        )}
      </Card>
      {problem !== null && <ProblemNotice problem={problem} />}
      {scripts !== null && scripts.problem !== null && <ProblemNotice problem={scripts.problem} />}
    </>
  );
}
