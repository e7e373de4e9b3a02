import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import type { CalendarStateDto } from '../../../preload/contract/calendar.ts';
import type { RemedyDto } from '../../../preload/contract/calls.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExplanationPanel } from '../../ui/explanation-panel.tsx';
import { OpenPlacesPicture } from '../../ui/pictures.tsx';
import css from './calendar-frame.module.css';

/** In place of the view while no granted scope lets events be read. Asks for the narrowest that does. */
export function NoReadScope({ state, onRemedy }: { readonly state: CalendarStateDto; readonly onRemedy: (remedy: RemedyDto) => void }) {
  const { missing } = state;
  return (
    <div className={css.centre}>
      <EmptyState
        picture={<OpenPlacesPicture />}
        title="Events cannot be read yet"
        actions={
          missing.read.length > 0 && (
            <Button
              size="lg"
              variant="filled"
              leftSection={<Plus size={16} strokeWidth={1.75} />}
              onClick={() => {
                onRemedy({ kind: 'grant-scope', scopes: missing.read });
              }}
            >
              Grant scope and retry
            </Button>
          )
        }
        footnote={missing.read.length > 0 && <>Asks for {missing.read.map(shortName).join(' and ')}</>}
      >
        The account has not allowed this client to read its events. The narrowest scope for it is enough; changes ask for theirs when you make the first.
      </EmptyState>
    </div>
  );
}

/** Why the list of calendars could not be read, above whatever is held. */
export function ListProblem({ state, onRemedy }: { readonly state: CalendarStateDto; readonly onRemedy: (remedy: RemedyDto) => void }) {
  if (state.problem === null || state.offline) return null;
  // NoReadScope says it in place of the view; a second button of the same name would only be in the way.
  if (!state.can.read && state.problem.code === 'scope-missing') return null;
  return (
    <div className={css.notices}>
      <ExplanationPanel explanation={state.problem} onRemedy={onRemedy} />
    </div>
  );
}

function shortName(scope: string): string {
  return scope.replace('https://www.googleapis.com/auth/', '');
}
