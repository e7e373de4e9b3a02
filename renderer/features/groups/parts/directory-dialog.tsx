import { Button, Loader, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { RemedyDto } from '../../../../preload/contract/calls.ts';
import type { DirectoryGroupsDto } from '../../../../preload/contract/groups.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useOneCall } from '../../../app/use-one-call.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { run } from '../../../bridge/run.ts';
import { ExplanationPanel } from '../../../ui/explanation-panel.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { SearchInput } from '../../../ui/search-input.tsx';
import css from './directory-dialog.module.css';

interface DirectoryDialogProps {
  readonly authorizationId: string;
  readonly onClose: () => void;
  readonly onChoose: (email: string) => void;
  readonly onRemedy: (remedy: RemedyDto, again: () => void) => void;
}

const TYPING_MS = 250;

/** Dialog `Choose from directory`: the groups of the account's own domain, by name or address. */
export function DirectoryDialog({ authorizationId, onClose, onChoose, onRemedy }: DirectoryDialogProps) {
  const [query, setQuery] = useState('');
  const { answer, problem, busy, again, cancel } = useDirectory(authorizationId, query);
  return (
    <Modal opened onClose={onClose} title="Choose from directory" size={560}>
      <div className={css.body}>
        <SearchInput
          size="md"
          label="Search the directory"
          placeholder="Beginning of a name or address"
          value={query}
          maxLength={200}
          data-autofocus
          onChange={setQuery}
        />
        {busy && (
          <div className={css.waiting} role="status">
            <Loader size={15} color="petrol" />
            <span>Asking the directory</span>
            <Button size="sm" variant="subtle" color="gray" onClick={cancel}>
              Cancel
            </Button>
          </div>
        )}
        {problem !== null && <ProblemNotice problem={problem} />}
        {!busy && answer !== null && (
          <Answer
            answer={answer}
            onChoose={onChoose}
            onRemedy={(remedy) => {
              onRemedy(remedy, again);
            }}
          />
        )}
      </div>
    </Modal>
  );
}

function Answer({ answer, onChoose, onRemedy }: { readonly answer: DirectoryGroupsDto; readonly onChoose: (email: string) => void; readonly onRemedy: (remedy: RemedyDto) => void }) {
  if (answer.outcome === 'cancelled') return <p className="gd-text-2">Cancelled. Type to ask again.</p>;
  if (answer.outcome === 'refused') return <ExplanationPanel explanation={answer.explanation} onRemedy={onRemedy} />;
  if (answer.groups.length === 0) return <p className="gd-text-2">No group of the domain fits. An address of another domain can be typed on the page.</p>;
  return (
    <>
      <ul className={`gd-scroll ${css.list}`} aria-label="Groups of the domain">
        {answer.groups.map(({ email, name, description, members }) => (
          <li key={email}>
            <button
              type="button"
              className={css.group}
              onClick={() => {
                onChoose(email);
              }}
            >
              <span className={css.name}>{name === null || name === '' ? email : name}</span>
              <span className={css.facts}>
                {email}
                {members !== null && ` · ${String(members)} ${members === 1 ? 'member' : 'members'}`}
              </span>
              {description !== null && description !== '' && <span className={css.about}>{description}</span>}
            </button>
          </li>
        ))}
      </ul>
      {answer.truncated && <p className="gd-meta">There are more. Type more of the name or address.</p>}
    </>
  );
}

interface DirectoryAnswer {
  readonly answer: DirectoryGroupsDto | null;
  readonly problem: ErrorDto | null;
  readonly busy: boolean;
  readonly again: () => void;
  readonly cancel: () => void;
}

/** Asks at once, and then whenever typing paused; the last question counts, and leaving cancels it. */
function useDirectory(authorizationId: string, query: string): DirectoryAnswer {
  const bridge = useBridge();
  const one = useOneCall();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Pick<DirectoryAnswer, 'answer' | 'problem' | 'busy'>>({ answer: null, problem: null, busy: true });

  useEffect(() => {
    const timer = setTimeout(
      () => {
        const callId = one.begin();
        setState({ answer: null, problem: null, busy: true });
        void run(bridge.directoryGroups({ authorizationId, query: query.trim(), callId })).then((answer) => {
          if (!one.settle(callId)) return;
          setState(answer.ok ? { answer: answer.value, problem: null, busy: false } : { answer: null, problem: answer.error, busy: false });
        });
      },
      query === '' ? 0 : TYPING_MS,
    );
    return () => {
      clearTimeout(timer);
      one.drop();
    };
  }, [one, bridge, authorizationId, query, attempt]);

  return {
    ...state,
    again() {
      setAttempt((count) => count + 1);
    },
    cancel: one.cancel,
  };
}
