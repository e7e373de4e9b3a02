import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import type { FlowHopDto } from '../../../preload/contract/flow.ts';
import { elapsedWords } from './flow-subject.ts';
import classes from './hop-entry.module.css';

interface HopEntryProps {
  readonly hop: FlowHopDto;
  /** When the first hop was, in milliseconds since the epoch. */
  readonly began: number;
  /** Its arrow is lit in the figure. */
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

/** One hop: what it was, when, where it went, and what was sent with it. */
export function HopEntry({ hop, began, chosen, onChoose }: HopEntryProps) {
  const id = useId();
  return (
    <div className={classes.hop} data-chosen={chosen || undefined} data-kind={hop.kind}>
      <p className={classes.head}>
        <button
          id={id}
          type="button"
          className={classes.title}
          aria-pressed={chosen}
          onClick={() => {
            onChoose(!chosen);
          }}
        >
          {hop.title}
        </button>
        <span className={classes.time}>{elapsedWords(hop.at - began)}</span>
      </p>
      {hop.address !== null && <p className={`gd-mono ${classes.address ?? ''}`}>{hop.address}</p>}
      {hop.note !== null && <p className={classes.note}>{hop.note}</p>}
      {hop.parameters.length > 0 && (
        <details
          className={classes.details}
          onToggle={(event) => {
            if (event.currentTarget.open) onChoose(true);
          }}
        >
          <summary aria-describedby={id}>
            <ChevronRight className={classes.turn} size={13} strokeWidth={2} aria-hidden="true" />
            What was sent
          </summary>
          <ParameterTable hop={hop} />
        </details>
      )}
    </div>
  );
}

function ParameterTable({ hop }: { readonly hop: FlowHopDto }) {
  return (
    <table className={classes.table} aria-label={`What was sent: ${hop.title}`}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {hop.parameters.map(({ name, value, hidden, meaning }, at) => (
          <tr key={`${String(at)} ${name}`}>
            <th scope="row" className="gd-mono">
              {name}
            </th>
            <td className={`gd-mono ${classes.value ?? ''}`} data-hidden={hidden || undefined}>
              {value}
            </td>
            <td className={classes.meaning}>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
