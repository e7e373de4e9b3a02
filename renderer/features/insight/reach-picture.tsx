import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { ApiReachDto, ScopeReachDto } from '../../../preload/contract/insight.ts';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { FlowChart } from './flow-chart.tsx';
import { MethodCells } from './method-cells.tsx';
import { totalsOf } from './reach-totals.ts';
import classes from './reach-picture.module.css';
import { ReachTables } from './reach-tables.tsx';

/** More scopes than this make a drawing nobody reads; the most powerful stand first. */
const AT_FIRST = 12;

interface ReachPictureProps {
  /** Those that open something, most powerful first. */
  readonly scopes: readonly ScopeReachDto[];
  readonly apis: readonly ApiReachDto[];
}

/** The reach of a grant as a picture, or as tables that say the same. */
export function ReachPicture({ scopes, apis }: ReachPictureProps) {
  const [asTable, setAsTable] = useState(false);
  const [pointed, setPointed] = useState<string | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const active = pointed ?? pinned;
  const shown = all ? scopes : scopes.slice(0, AT_FIRST);
  const names = new Map(scopes.map(({ scope }) => [scope.scope, scope.shortName]));
  const shortName = (scope: string): string => names.get(scope) ?? scope;
  return (
    <Section
      title="What the scopes open"
      actions={
        <Switch
          label="Show as table"
          checked={asTable}
          onChange={(event) => {
            setAsTable(event.currentTarget.checked);
          }}
        />
      }
    >
      {asTable ? (
        <ReachTables scopes={scopes} apis={apis} shortName={shortName} />
      ) : (
        <Card rows>
          <div className={classes.flow}>
            <FlowChart scopes={shown} totals={totalsOf(apis)} active={active} pinned={pinned} onPoint={setPointed} onPin={setPinned} />
            {scopes.length > AT_FIRST && (
              <Button
                size="sm"
                variant="subtle"
                color="gray"
                onClick={() => {
                  setAll(!all);
                }}
              >
                {all ? `Draw the first ${AT_FIRST} only` : `Draw all ${scopes.length} scopes`}
              </Button>
            )}
            <p className={`gd-meta ${classes.key ?? ''}`}>
              A band is as wide as the number of methods it opens; a method that two scopes open is in both bands. Point at a scope to light what it opens.
            </p>
          </div>
          {apis.map((api) => (
            <MethodCells key={api.apiId} api={api} active={active} shortName={shortName} />
          ))}
        </Card>
      )}
    </Section>
  );
}
