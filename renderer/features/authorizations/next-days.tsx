import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { Ahead, Bar, Dot, Lane, TimeChart, Tip } from '../../ui/time-chart.tsx';
import classes from './next-days.module.css';
import { layoutWeek } from './week-layout.ts';

/** Bars without an end in sight fade out here, in front of the words at the edge. */
const FADES_AT = 0.84;

/** What is expected to end within a week. The picture is for the eye, the hidden list says the same. */
export function NextDays({ authorizations, now }: { readonly authorizations: readonly AuthorizationDto[]; readonly now: number }) {
  const week = layoutWeek(authorizations, now);
  if (week.rows.length === 0) return null;
  return (
    <Section title="Next 7 days" hint="What Grantdesk expects to end, and why">
      <Card className={classes.card ?? ''}>
        <TimeChart scale={week.scale} now={week.now}>
          {week.rows.map((row) => (
            <Lane key={row.id} label={row.label} strong>
              {row.kind === 'over' ? (
                <>
                  <Dot at={week.now} kind="over" />
                  <Tip at={week.now} over always="after">
                    {row.text}
                  </Tip>
                </>
              ) : (
                <>
                  <Ahead from={week.now} to={row.kind === 'ends' ? row.to : FADES_AT} fades={row.kind !== 'ends'} plain />
                  {row.tokenTo !== null && <Bar from={week.now} to={row.tokenTo} />}
                  {row.kind === 'ends' && <Dot at={row.to} kind="end" />}
                  <Tip at={row.to}>{row.text}</Tip>
                </>
              )}
            </Lane>
          ))}
        </TimeChart>
        {week.more > 0 && <p className={classes.more}>and {week.more} more that end later or have no known end</p>}
        <ul className="gd-visually-hidden" aria-label="What ends in the next 7 days">
          {week.rows.map((row) => (
            <li key={row.id}>{row.sentence}</li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
