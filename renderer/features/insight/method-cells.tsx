import { useState, type PointerEvent } from 'react';
import type { MethodEffect } from '../../../preload/contract/apis.ts';
import type { ApiReachDto } from '../../../preload/contract/insight.ts';
import { cellAt, cellGrid } from './cell-layout.ts';
import { EFFECT_WORD, EFFECTS, totalOf } from './effects.ts';
import { shapePath } from './effect-shape.tsx';
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
  const [pointed, setPointed] = useState<Method | null>(null);
  const most = Math.max(...EFFECTS.map((effect) => api.total[effect]));
  return (
    <div className={classes.api}>
      <div className={classes.head}>
        <h3 className={classes.title}>{api.title}</h3>
        <span className="gd-meta gd-num">
          {totalOf(api.open)} of {totalOf(api.total)} methods open
        </span>
        <span className={classes.pointed} aria-hidden="true">
          {pointed !== null && (
            <>
              <span className="gd-mono">{pointed.id}</span> {openedBy(pointed, shortName)}
            </>
          )}
        </span>
      </div>
      <div className={classes.groups}>
        {EFFECTS.map((effect) => (
          <div key={effect} className={classes.group}>
            <p className={classes.label}>
              {EFFECT_WORD[effect]}{' '}
              <span className={classes.of}>
                {api.open[effect]} of {api.total[effect]}
              </span>
            </p>
            <Cells
              effect={effect}
              most={most}
              open={api.methods.filter((one) => one.effect === effect)}
              total={api.total[effect]}
              active={active}
              onPoint={setPointed}
            />
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
  readonly most: number;
  readonly open: readonly Method[];
  readonly total: number;
  readonly active: string | null;
  readonly onPoint: (method: Method | null) => void;
}

function Cells({ effect, most, open, total, active, onPoint }: CellsProps) {
  const grid = cellGrid(most, total);
  const path = (index: number): string => {
    const { x, y } = cellAt(grid, index);
    return shapePath(effect, x, y, grid.pitch * 0.33);
  };
  if (total === 0) return <p className="gd-meta">None</p>;
  return (
    <svg
      className={classes.cells}
      width={grid.width}
      height={grid.height}
      aria-hidden="true"
      onPointerOver={(event: PointerEvent<SVGSVGElement>) => {
        const id = event.target instanceof SVGPathElement ? event.target.dataset['method'] : undefined;
        onPoint(open.find((one) => one.id === id) ?? null);
      }}
      onPointerLeave={() => {
        onPoint(null);
      }}
    >
      {Array.from({ length: Math.max(total, open.length) }, (_, index) => {
        const method = open[index];
        return method === undefined ? (
          <path key={index} className={classes.closed} d={path(index)} />
        ) : (
          <path key={index} className={classes.open} data-method={method.id} data-faint={(active !== null && !method.scopes.includes(active)) || undefined} d={path(index)} />
        );
      })}
    </svg>
  );
}
