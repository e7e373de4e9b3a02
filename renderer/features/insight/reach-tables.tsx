import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiReachDto, ScopeReachDto } from '../../../preload/contract/insight.ts';
import { EFFECT_WORD, EFFECTS } from '../../ui/effects.ts';
import { SensitivityMark } from '../../ui/sensitivity.tsx';
import { TableBox } from './table-box.tsx';

/** Rows drawn at first, and more with each press. */
const STEP = 200;

interface ReachTablesProps {
  readonly scopes: readonly ScopeReachDto[];
  readonly apis: readonly ApiReachDto[];
  readonly shortName: (scope: string) => string;
}

/** All that the picture shows, in words and numbers. */
export function ReachTables({ scopes, apis, shortName }: ReachTablesProps) {
  return (
    <>
      <TableBox label="Methods by scope" head={['Scope', 'Sensitivity', ...EFFECTS.map((effect) => EFFECT_WORD[effect])]}>
        {scopes.map((one) => (
          <tr key={one.scope.scope}>
            <th scope="row" className="gd-mono">
              {one.scope.shortName}
            </th>
            <td>
              <SensitivityMark of={one.scope.sensitivity} confirmed={one.scope.sensitivityConfirmed} />
            </td>
            {EFFECTS.map((effect) => (
              <td key={effect} className="gd-num">
                {one.opens[effect]}
              </td>
            ))}
          </tr>
        ))}
      </TableBox>
      <TableBox label="Open methods by API" head={['API', ...EFFECTS.map((effect) => EFFECT_WORD[effect])]}>
        {apis.map((api) => (
          <tr key={api.apiId}>
            <th scope="row">{api.title}</th>
            {EFFECTS.map((effect) => (
              <td key={effect} className="gd-num">
                {api.open[effect]} of {api.total[effect]}
              </td>
            ))}
          </tr>
        ))}
      </TableBox>
      {apis.map((api) => (
        <MethodTable key={api.apiId} api={api} shortName={shortName} />
      ))}
    </>
  );
}

function MethodTable({ api, shortName }: { readonly api: ApiReachDto; readonly shortName: (scope: string) => string }) {
  const [limit, setLimit] = useState(STEP);
  return (
    <>
      <TableBox label={`Open methods of ${api.title}`} head={['Method', 'Effect', 'Opened by']} tall>
        {api.methods.slice(0, limit).map((method) => (
          <tr key={method.id}>
            <th scope="row" className="gd-mono">
              {method.id}
            </th>
            <td>{EFFECT_WORD[method.effect]}</td>
            <td className="gd-mono">{method.scopes.length === 0 ? 'needs no scope' : method.scopes.map(shortName).join(', ')}</td>
          </tr>
        ))}
      </TableBox>
      {api.methods.length > limit && (
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            setLimit(limit + STEP);
          }}
        >
          {`Show ${Math.min(STEP, api.methods.length - limit)} more of ${api.methods.length}`}
        </Button>
      )}
    </>
  );
}
