import { describeScope } from '../scopes/describe-scope.ts';
import type { Sensitivity } from '../scopes/scope-entry.ts';
import { escapeHtml as text } from './escape-html.ts';
import { RECEIPT_STYLE } from './receipt-style.ts';
import { durationWords, momentWords, OUTCOME_WORDS, PURPOSE_WORDS, SENSITIVITY_WORDS, SURFACE_WORDS } from './receipt-words.ts';
import type { Receipt } from './receipt.ts';

interface PageFacts {
  /** As receiptHash makes it. */
  readonly sha256: string;
  /** IANA name; that of this computer when absent. */
  readonly timeZone?: string;
}

/** A receipt as a page to print: static, nothing in it is fetched or run, and every text from outside is escaped. */
export function receiptPage(receipt: Receipt, { sha256, timeZone }: PageFacts): string {
  const { account, client, outcome, purpose, surface, startedAt, endedAt } = receipt;
  const title = `Consent receipt${account === null ? '' : ` of ${account.email}`}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${RECEIPT_STYLE}</style>
</head>
<body>
<header><div><p class="brand">Grantdesk</p><h1>Consent receipt</h1></div><p class="outcome ${outcome}">${OUTCOME_WORDS[outcome]}</p></header>
<dl>
${fact('Account', account === null ? 'Nobody consented' : account.email, account === null ? '' : `Google account ${account.sub}`)}
${fact('Client', client.projectId ?? client.clientId, `${client.type === 'web' ? 'Web' : 'Desktop'} client ${client.clientId}`)}
${fact('Ended', momentWords(endedAt, timeZone), `began ${momentWords(startedAt, timeZone)}, took ${durationWords(endedAt - startedAt)}`)}
${fact('Purpose', PURPOSE_WORDS[purpose], '')}
${fact('Asked in', SURFACE_WORDS[surface], '')}
</dl>
${errorNotice(receipt)}${otherNotice(receipt)}
${scopes('Granted', except(receipt.granted, receipt.unexpected), outcome === 'granted' ? 'Nothing that was asked for was granted.' : 'Nothing was granted.')}
${outcome === 'granted' ? scopes('Refused', receipt.refused, 'Nothing was refused.') : ''}
${receipt.unexpected.length === 0 ? '' : scopes('Not asked for, yet granted', receipt.unexpected, '')}
${scopes('Asked for', receipt.asked, 'Nothing was asked for.')}
${flow(receipt)}
<footer><p>SHA-256 of this receipt. The file that <b>Export as JSON</b> makes of it names the same, and says how it is computed.</p><code>${text(sha256)}</code></footer>
</body>
</html>
`;
}

function fact(name: string, value: string, more: string): string {
  return `<dt>${name}</dt><dd>${text(value)}${more === '' ? '' : `<br><small>${text(more)}</small>`}</dd>`;
}

function errorNotice({ error }: Receipt): string {
  return error === null ? '' : `<p class="notice">${text([error.message, error.hint ?? ''].join(' ').trim())}</p>`;
}

function otherNotice({ otherAccount }: Receipt): string {
  if (otherAccount === null) return '';
  return `<p class="notice warn">${text(`${otherAccount.actual} agreed, not ${otherAccount.expected}, who was expected. It is an authorization of its own.`)}</p>`;
}

function scopes(title: string, all: readonly string[], none: string): string {
  const head = `<section><h2>${title} <span>${String(all.length)}</span></h2>`;
  if (all.length === 0) return `${head}<p class="none">${none}</p></section>`;
  const rows = all.map((scope) => {
    const { title: words, product, sensitivity, sensitivityConfirmed } = describeScope(scope);
    const word = sensitivityConfirmed || sensitivity === 'unknown' ? SENSITIVITY_WORDS[sensitivity] : `Likely ${SENSITIVITY_WORDS[sensitivity].toLowerCase()}`;
    return `<tr><td>${text(words)}<code>${text(scope)}</code></td><td class="num">${text(product)}</td><td class="class ${sensitivity}">${bars(sensitivity)}${word}</td></tr>`;
  });
  return `${head}<table><thead><tr><th>What it allows</th><th class="num">Product</th><th class="class">Google’s class</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

const LEVEL: Readonly<Record<Sensitivity, number>> = { unknown: 0, 'non-sensitive': 1, sensitive: 2, restricted: 3 };

/** One, two or three filled bars, as on the screen. */
function bars(of: Sensitivity): string {
  const one = (bar: number): string =>
    `<rect x="${String((bar - 1) * 5 + 0.5)}" y="${String(12 - bar * 4 + 0.5)}" width="3" height="${String(bar * 4 - 1)}" fill="${bar <= LEVEL[of] ? 'currentColor' : 'none'}" stroke="currentColor" stroke-width=".7"/>`;
  return `<svg class="bars" viewBox="0 0 15 12" aria-hidden="true">${[1, 2, 3].map(one).join('')}</svg>`;
}

/** What was sent is in the file; here only that, when and where. */
function flow({ hops }: Receipt): string {
  const [first] = hops;
  if (first === undefined) return '';
  const rows = hops.map((hop) => {
    const more = hop.address ?? hop.note;
    return `<tr><td class="num">+${durationWords(hop.at - first.at)}</td><td class="step">${hop.step ?? ''}</td><td>${text(hop.title)}${more === null ? '' : hop.address === null ? `<br><small>${text(more)}</small>` : `<code>${text(more)}</code>`}</td></tr>`;
  });
  return `<section><h2>What happened <span>steps A to E of RFC 6749, figure 3</span></h2><table><thead><tr><th class="num">After</th><th class="step">Step</th><th>Hop</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`;
}

function except(all: readonly string[], those: readonly string[]): readonly string[] {
  return all.filter((one) => !those.includes(one));
}
