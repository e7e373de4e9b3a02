import { useState, type PointerEvent } from 'react';
import type { MethodEffect } from '../../../preload/contract/apis.ts';
import type { ApiReachDto } from '../../../preload/contract/insight.ts';
import { shapePath } from '../../ui/effect-shape.tsx';
import { EFFECT_WORD, EFFECTS, totalOf } from '../../ui/effects.ts';
import { cellAt, cellGrid, type CellGrid } from './cell-layout.ts';
import classes from './method-cells.module.css';

type Method = ApiReachDto['methods'][number];

interface MethodCellsProps {
  readonly api: ApiReachDto;
  /** Only what this scope opens is lit; null: everything open. */
  readonly active: string | null;
  readonly shortName: (scope: string) => string;
}

/** An API as cells, one a method, grouped by what they do: filled when the grant opens it, an outline when not. */
export function MethodCells({ api, active, shortName }: MethodCellsProps) {
  const [pointed, setPointed] = useState<readonly Method[]>([]);
  const [first] = pointed;
  const most = Math.max(...EFFECTS.map((effect) => api.total[effect]));
  const { per } = cellGrid(most, most);
  return (
    <div className={classes.api}>
      <div className={classes.head}>
        <h3 className={classes.title}>{api.title}</h3>
        <span className="gd-meta gd-num">
          {totalOf(api.open)} of {totalOf(api.total)} methods open{per > 1 && `, one mark for ${per} of them`}
        </span>
        <span className={classes.pointed} aria-hidden="true">
          {first !== undefined && (
            <>
              <span className="gd-mono">{first.id}</span> {pointed.length > 1 ? `and ${pointed.length - 1} more` : openedBy(first, shortName)}
            </>
          )}
        </span>
      </div>
      <div className={classes.groups}>
        {EFFECTS.map((effect) => (
          <div key={effect} className={classes.group}>
            <p className={classes.label}>
              {EFFECT_WORD[effect]}{' '}
              <span className={classes.of}>{api.total[effect] === 0 ? 'none' : `${api.open[effect]} of ${api.total[effect]}`}</span>
            </p>
            {api.total[effect] > 0 && (
              <Cells
                effect={effect}
                grid={cellGrid(most, api.total[effect])}
                open={api.methods.filter((one) => one.effect === effect)}
                active={active}
                onPoint={setPointed}
              />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

function openedBy(method: Method, shortName: (scope: string) => string): string {
  return method.scopes.length === 0 ? 'needs no scope' : `opened by ${method.scopes.map(shortName).join(', ')}`;
}

interface CellsProps {
  readonly effect: MethodEffect;
  readonly grid: CellGrid;
  readonly open: readonly Method[];
  readonly active: string | null;
  readonly onPoint: (methods: readonly Method[]) => void;
}

function Cells({ effect, grid, open, active, onPoint }: CellsProps) {
  const { per, width, height } = grid;
  const groupAt = (index: number): readonly Method[] => open.slice(index * per, (index + 1) * per);
  return (
    <svg
      className={classes.cells}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      onPointerOver={(event: PointerEvent<SVGSVGElement>) => {
        const index = event.target instanceof SVGPathElement ? event.target.dataset['open'] : undefined;
        onPoint(index === undefined ? [] : groupAt(Number(index)));
      }}
      onPointerLeave={() => {
        onPoint([]);
      }}
    >
      {Array.from({ length: grid.cells }, (_, index) => {
        const methods = groupAt(index);
        const { x, y } = cellAt(grid, index);
        const path = shapePath(effect, x, y, grid.pitch * 0.33);
        if (methods.length === 0) return <path key={index} className={classes.closed} d={path} />;
        const faint = active !== null && !methods.some((one) => one.scopes.includes(active));
        return <path key={index} className={classes.open} data-open={index} data-method={methods[0]?.id} data-faint={faint || undefined} d={path} />;
      })}
    </svg>
  );
}
