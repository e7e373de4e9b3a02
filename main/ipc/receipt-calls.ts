import { fault } from '../domain/shared/fault.ts';
import { exportReceiptSchema, receiptRefSchema, receiptsSchema } from '../../preload/contract/receipts.ts';
import { call, failed, type Handlers } from './answer.ts';
import type { Services } from './services.ts';

type ReceiptCalls = Pick<Handlers, 'receipts' | 'exportReceipt' | 'removeReceipt'>;

const NOT_BUILT = fault('not-built', 'This is not built yet.');

/** Receipts of consents. */
export function receiptCalls(services: Services): ReceiptCalls {
  void services;
  return {
    receipts: call(receiptsSchema, async () => failed(NOT_BUILT)),
    exportReceipt: call(exportReceiptSchema, async () => failed(NOT_BUILT)),
    removeReceipt: call(receiptRefSchema, async () => failed(NOT_BUILT)),
  };
}
