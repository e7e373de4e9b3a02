import { Button, TextInput } from '@mantine/core';
import { Link } from 'lucide-react';
import { useState } from 'react';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import classes from './scope-picker.module.css';

interface ScopeUrlFieldProps {
  readonly ticked: ReadonlySet<string>;
  readonly onAdd: (scope: ScopeDto) => void;
}

/** For any scope that is not on the list; main reads what was typed, since it knows the catalog and its misspellings. */
export function ScopeUrlField({ ticked, onAdd }: ScopeUrlFieldProps) {
  const bridge = useBridge();
  const { busy, problem, start, clear } = useAction();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');

  async function add(): Promise<void> {
    setSaid('');
    const answer = await start(() => bridge.readScope({ text: typed }));
    if (!answer.ok) return;
    const scope = answer.value;
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
        void add();
      }}
    >
      <TextInput
        className={classes.urlInput}
        aria-label="Scope URL"
        placeholder="Scope URL, for any other scope"
        leftSection={<Link size={15} strokeWidth={1.75} aria-hidden="true" />}
        value={typed}
        error={problem === null ? null : [problem.message, problem.hint].filter((part) => part !== null).join(' ')}
        errorProps={{ role: 'alert' }}
        spellCheck={false}
        autoComplete="off"
        maxLength={2000}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          clear();
          setSaid('');
        }}
      />
      <Button type="submit" className={classes.urlButton} loading={busy}>
        Add scope
      </Button>
      <p aria-live="polite" className={classes.urlSaid}>
        {said}
      </p>
    </form>
  );
}
