/** The look of a printed receipt: A4 or Letter, black on white, fonts of the computer. */
export const RECEIPT_STYLE = `
@page { size: A4; margin: 18mm 17mm 16mm; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body { color: #16222c; font: 9.6pt/1.45 "Segoe UI", "Helvetica Neue", Inter, Cantarell, "Noto Sans", Arial, sans-serif; -webkit-print-color-adjust: exact; }
header { display: flex; justify-content: space-between; align-items: flex-end; padding-bottom: 5mm; border-bottom: 1.6pt solid #1f5e66; }
.brand { color: #1f5e66; font-size: 9pt; font-weight: 600; letter-spacing: .02em; }
h1 { margin-top: 1mm; font-size: 20pt; font-weight: 600; letter-spacing: -.018em; line-height: 1.2; }
.outcome { padding: 1.2mm 3.2mm; border: .8pt solid currentColor; border-radius: 4mm; font-size: 9pt; font-weight: 600; white-space: nowrap; }
.granted { color: #1c6b43; } .failed { color: #a2332b; } .cancelled { color: #5b6670; }
dl { display: grid; grid-template-columns: 31mm 1fr; gap: 1.5mm 4mm; margin: 6mm 0 2mm; }
dt { color: #5b6670; } dd { font-weight: 500; overflow-wrap: anywhere; }
small { color: #5b6670; font-size: 8.4pt; font-weight: 400; }
h2 { margin: 6.5mm 0 2mm; font-size: 11.5pt; font-weight: 600; break-after: avoid; }
h2 span { color: #5b6670; font-size: 9.6pt; font-weight: 400; }
p.none, p.note { color: #5b6670; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
th { padding: 1.2mm 3mm 1.2mm 0; border-bottom: .8pt solid #9aa6ae; color: #5b6670; font-size: 8.2pt; font-weight: 600; text-align: left; }
td { padding: 1.7mm 3mm 1.7mm 0; border-bottom: .4pt solid #d5dce0; vertical-align: top; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
code { display: block; color: #46535d; font: 8pt/1.4 ui-monospace, "Cascadia Mono", Menlo, "JetBrains Mono", "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.class { width: 36mm; white-space: nowrap; }
.bars { display: inline-block; width: 12pt; height: 8pt; margin-right: 1.4mm; vertical-align: -0.5pt; }
.sensitive { color: #8a5a00; } .restricted { color: #a2332b; } .non-sensitive { color: #1c6b43; } .unknown { color: #5b6670; }
.num { width: 22mm; white-space: nowrap; font-variant-numeric: tabular-nums; }
.step { width: 12mm; } td.step { color: #1f5e66; font-weight: 600; }
.notice { margin-top: 5mm; padding: 3mm 4mm; border-left: 2pt solid #a2332b; background: #fbf1f0; }
.notice.warn { border-color: #a36a00; background: #fbf5e9; }
footer { margin-top: 8mm; padding-top: 3mm; border-top: .4pt solid #9aa6ae; color: #5b6670; font-size: 8.2pt; break-inside: avoid; }
footer code { color: #16222c; }
`;
