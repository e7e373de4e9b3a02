import { FileTerminal, SquareTerminal, Terminal } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ScriptProgramDto } from '../../../preload/contract/scripts.ts';
import { IconBox } from '../../ui/icon-box.tsx';
import css from './program-name.module.css';

const ICON = { script: FileTerminal, inline: FileTerminal, terminal: SquareTerminal, binary: Terminal, unknown: Terminal } as const;

/** Who asks: name, where it lies, what runs it. */
export function ProgramName({ program, nameId, children }: { readonly program: ScriptProgramDto; readonly nameId?: string; readonly children?: ReactNode }) {
  const Icon = ICON[program.kind];
  return (
    <div className={css.program}>
      <IconBox icon={Icon} />
      <div className={css.words}>
        <p className="gd-row-title" id={nameId}>
          {program.name}
        </p>
        {program.path !== null && <p className={`gd-mono ${css.path}`}>{program.path}</p>}
        {program.runBy !== null && (
          <p className={css.by}>
            run by <span className="gd-mono">{program.runBy}</span>
          </p>
        )}
        {children}
      </div>
    </div>
  );
}
