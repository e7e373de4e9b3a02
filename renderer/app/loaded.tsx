import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useReadStore } from '../bridge/bridge-provider.tsx';
import { useReadModel } from '../bridge/hooks.ts';
import { ProblemNotice } from '../ui/notice.tsx';
import css from './loaded.module.css';

/** Waits for main's first answer, so that everything below can use `useAppState()`. */
export function Loaded({ children }: { readonly children: ReactNode }) {
  const { app, failure } = useReadModel();
  const store = useReadStore();
  if (app !== null) return children;
  if (failure === null) return null;
  return (
    <main className={css.failure}>
      <ProblemNotice problem={failure} action={<Button onClick={() => void store.reload()}>Try again</Button>} />
    </main>
  );
}
