import { Button, TextInput } from '@mantine/core';
import { Link } from 'lucide-react';
import { useState } from 'react';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import { readScopeUrl } from './scope-url.ts';
import classes from './scope-picker.module.css';

interface ScopeUrlFieldProps {
  readonly scopes: readonly ScopeDto[];
  readonly ticked: ReadonlySet<string>;
  readonly onAdd: (scope: ScopeDto) => void;
}

/** For any scope that is not on the list. */
export function ScopeUrlField({ scopes, ticked, onAdd }: ScopeUrlFieldProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState('');

  function add() {
    const verdict = readScopeUrl(typed, scopes);
    if (!verdict.ok) {
      setProblem(verdict.problem);
      setSaid('');
      return;
    }
    const { scope } = verdict;
    setProblem(null);
    setTyped('');
    setSaid(scope.signIn ? `${scope.shortName} is always included.` : ticked.has(scope.scope) ? `${scope.shortName} was ticked already.` : `${scope.shortName} is ticked now.`);
    onAdd(scope);
  }

  return (
    <form
      className={classes.urlForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        className={classes.urlInput}
        aria-label="Scope URL"
        placeholder="Scope URL, for any other scope"
        leftSection={<Link size={15} strokeWidth={1.75} aria-hidden="true" />}
        value={typed}
        error={problem}
        errorProps={{ role: 'alert' }}
        spellCheck={false}
        autoComplete="off"
        maxLength={2000}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(null);
          setSaid('');
        }}
      />
      <Button type="submit" className={classes.urlButton}>
        Add scope
      </Button>
      <p aria-live="polite" className={classes.urlSaid}>
        {said}
      </p>
    </form>
  );
}
