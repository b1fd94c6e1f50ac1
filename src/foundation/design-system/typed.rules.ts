import { TYPED } from '../api/define.ts';

const JOINED = /(?<=\d)[\s-](?=\d)/g;
/** 2026-12: the number of a paper, and no phone. */
const PAPER = /^(19|20)\d{2}-\d{1,6}$/;

/**
 * May what was typed be a phone, an identity number or the tail of one? Seven digits in a row, whatever stands between them,
 * or nothing but four and more. Names, addresses, numbers of papers and coordinates may stand in an address that is passed on.
 */
export function isPersonalTyped(typed: string): boolean {
  const text = typed.normalize('NFKC').trim();
  if (PAPER.test(text)) return false;
  const digits = text.replaceAll(JOINED, '');
  return /\d{7}/.test(digits) || /^\d{3,}[\dXx]$/.test(digits) || text.includes('@');
}

/** An address as it may be shown, and what was typed apart where it may not: that goes into the state of the history's entry. */
export function partTyped(address: string): { readonly shown: string; readonly typed: string | undefined } {
  const [path = '', query = ''] = address.split('?');
  const search = new URLSearchParams(query);
  const typed = search.get(TYPED) ?? '';
  if (!isPersonalTyped(typed)) return { shown: address, typed: undefined };
  search.delete(TYPED);
  return { shown: withQuery(path, search), typed };
}

/** The address as the screens read it: what was kept apart is in it again. */
export function joinTyped(shown: string, typed: string | undefined): string {
  if (!typed) return shown;
  const [path = '', query = ''] = shown.split('?');
  const search = new URLSearchParams(query);
  search.set(TYPED, typed);
  return withQuery(path, search);
}

const withQuery = (path: string, search: URLSearchParams) => (search.size > 0 ? `${path}?${search}` : path);
