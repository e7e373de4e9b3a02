import { receiptFile, receiptFileName, receiptHash } from '../domain/receipts/receipt-file.ts';
import { receiptPage } from '../domain/receipts/receipt-page.ts';
import type { Receipt } from '../domain/receipts/receipt.ts';
import { ok, type Outcome } from '../domain/shared/fault.ts';
import { exportReceiptSchema, receiptRefSchema, receiptsSchema } from '../../preload/contract/receipts.ts';
import { answerDone, call, failed, value, type Handlers } from './answer.ts';
import { receiptDto } from './receipt-dto.ts';
import type { FileToSave, Services } from './services.ts';

type ReceiptCalls = Pick<Handlers, 'receipts' | 'exportReceipt' | 'removeReceipt'>;
type Format = 'json' | 'pdf';

/** Receipts of consents. */
export function receiptCalls(services: Services): ReceiptCalls {
  const book = async () => (await services.workspace()).receipts;
  return {
    receipts: call(receiptsSchema, async ({ authorizationId }) => {
      const all = await (await book()).list();
      return value(all.filter((one) => authorizationId === null || one.authorizationId === authorizationId).map(receiptDto));
    }),
    exportReceipt: call(exportReceiptSchema, async ({ id, format }) => {
      const { receipts, activity } = await services.workspace();
      const receipt = await receipts.get(id);
      if (!receipt.ok) return failed(receipt.error);
      const file = await fileOf(services, receipt.value, format);
      const saved = file.ok ? await services.saveFile(file.value) : file;
      const account = receipt.value.account?.email ?? null;
      if (!saved.ok) {
        activity.record({ account, what: 'export receipt', outcome: 'failed', detail: saved.error.message });
        return failed(saved.error);
      }
      if (saved.value.saved) activity.record({ account, what: 'export receipt', outcome: 'ok', detail: format.toUpperCase() });
      return value({ saved: saved.value.saved });
    }),
    removeReceipt: call(receiptRefSchema, async ({ id }) => answerDone(await (await book()).remove(id))),
  };
}

async function fileOf(services: Pick<Services, 'printPdf'>, receipt: Receipt, format: Format): Promise<Outcome<FileToSave>> {
  const file = { title: 'Export receipt', fileName: receiptFileName(receipt, format), kind: 'Consent receipt', extensions: [format] };
  if (format === 'json') return ok({ ...file, content: await receiptFile(receipt) });
  const printed = await services.printPdf(receiptPage(receipt, { sha256: await receiptHash(receipt) }));
  return printed.ok ? ok({ ...file, content: printed.value }) : printed;
}
