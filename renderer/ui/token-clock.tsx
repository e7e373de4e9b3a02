import { useId } from 'react';
import { clockTime } from './duration.ts';
import { Ahead, Bar, Dot, Lane, TimeChart, Tip } from './time-chart.tsx';
import { layoutTokenClock, type TokenClockData } from './token-clock-layout.ts';
import { tokenClockWords } from './token-clock-words.ts';
import classes from './token-clock.module.css';

/** Both ends of an authorization in one picture: the short life of access tokens, the long one of the sign-in. */
export function TokenClock({ data, now }: { readonly data: TokenClockData; readonly now: number }) {
  const titleId = useId();
  const layout = layoutTokenClock(data, now);
  const words = tokenClockWords(data, now);
  const { signIn, box } = layout;
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <div className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          Token clock
        </h2>
        <div className={classes.legend}>
          <p className={classes.entry}>
            <span className={classes.key} data-kind={words.access.live ? 'now' : 'off'} aria-hidden="true" />
            <span>{words.access.label}</span> <strong>{words.access.value}</strong>
          </p>
          <p className={classes.entry}>
            <span className={classes.key} data-kind={words.signIn.known ? 'end' : 'off'} aria-hidden="true" />
            <span>{words.signIn.label}</span> <strong>{words.signIn.value}</strong>
          </p>
          {words.box !== null && (
            <p className={classes.entry}>
              <span className={classes.key} data-kind="box" aria-hidden="true" />
              <span>{words.box.label}</span> <strong>{words.box.value}</strong>
            </p>
          )}
        </div>
      </div>
      <TimeChart scale={layout.scale} now={layout.now}>
        <Lane label="Access token">
          {layout.lives.map((life) => (
            <Bar key={life.from} {...life} />
          ))}
          {layout.until !== null && (
            <>
              <Dot at={layout.now} kind="now" />
              <Tip at={layout.now} strong>
                until {clockTime(layout.until)}
              </Tip>
            </>
          )}
        </Lane>
        <Lane label="Sign-in">
          <Bar from={signIn.from} to={signIn.to} />
          {signIn.reach > signIn.to && <Ahead from={signIn.to} to={signIn.reach} fades={signIn.end === null} />}
          {signIn.startShown && <Dot at={signIn.from} kind="start" />}
          {data.over ? <Dot at={signIn.to} kind="over" /> : signIn.end !== null && <Dot at={signIn.end} kind="end" />}
        </Lane>
        {box !== null && (
          <Lane label="Own end">
            <Ahead from={layout.now} to={box.at} fades={!box.shown} />
            {box.shown && (
              <>
                <Dot at={box.at} kind="over" />
                <Tip at={box.at}>revoked {clockTime(box.endsAt)}</Tip>
              </>
            )}
          </Lane>
        )}
      </TimeChart>
      {words.why !== null && <p className={classes.why}>{words.why}</p>}
    </section>
  );
}
