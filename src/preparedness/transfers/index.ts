import { capability } from '../../foundation/api/define.ts';
import { defineSearch } from '../../foundation/search/define.ts';
import { close, dispatch, pickGoods, receive, settle } from './shipping.commands.ts';
import { transferLifecycle } from './transfer.lifecycle.ts';
import { approveTransfer, handleTransfer, readTransfer, requestTransfer } from './transfer.permissions.ts';
import { transfer } from './transfer.register.ts';
import { transferLine } from './transfer-line.register.ts';
import { approve, cancel, completePaper, dispatchAtOnce, draft, reject, submit } from './transfers.commands.ts';
import { inTransit, list, record } from './transfers.views.ts';

export { transferRoutes } from './transfers.routes.ts';

/** 物资调拨: in two steps, with the road between them. */
export const transfers = capability({
  name: 'transfers',
  label: { zh: '物资调拨', en: 'Transfers' },
  registers: [transfer, transferLine],
  lifecycles: [transferLifecycle],
  searches: [defineSearch(transfer, { words: ['matter', 'destination'], line: ['matter', 'destination'] })],
  permissions: [readTransfer, requestTransfer, approveTransfer, handleTransfer],
  commands: [
    draft,
    submit,
    approve,
    reject,
    cancel,
    pickGoods,
    dispatch,
    dispatchAtOnce,
    completePaper,
    receive,
    settle,
    close,
  ],
  views: [list, record, inTransit],
});
