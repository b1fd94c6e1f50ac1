import { stockLot } from './stock-lot.register.ts';

/** One line of a delivery or of opening stock, as a sheet says it. */
export interface PastedLine {
  readonly itemNo: string;
  readonly quantity: number | null;
  readonly batch: string;
  readonly producedOn: string;
  readonly expiresOn: string;
  readonly price: string;
  readonly location: string;
}

/** The columns in their order; those at the end may be left out. */
export const PASTED_COLUMNS = {
  zh: '物资编号、数量、批号、生产日期、有效期至、单价、货位',
  en: 'item number, quantity, batch, produced on, expires on, price, location',
};

const { quantity, expiresOn, unitPrice } = stockLot.fields;
const numberOf = (cell: string) => {
  const value = quantity.fromCell(cell);
  return typeof value === 'number' ? value : null;
};
const dayOf = (cell: string) => String(expiresOn.fromCell(cell) ?? '');

/**
 * Cells copied from a sheet (columns apart by tabs) as lines. A head, whose second cell is no number, is left out, as are
 * empty rows. Days may be written as sheets write them: 2026/3/1, 2026年3月1日.
 */
export function pastedLines(text: string): PastedLine[] {
  const rows = text
    .split(/\r?\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some(Boolean));
  const [head] = rows;
  const body = head && numberOf(head[1] ?? '') === null ? rows.slice(1) : rows;
  return body.map(([itemNo = '', count = '', batch = '', produced = '', expires = '', price = '', location = '']) => ({
    itemNo,
    quantity: numberOf(count),
    batch,
    producedOn: dayOf(produced),
    expiresOn: dayOf(expires),
    price: String(unitPrice.fromCell(price) ?? ''),
    location,
  }));
}
