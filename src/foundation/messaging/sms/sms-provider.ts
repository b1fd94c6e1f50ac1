import type { Hear } from '../define.ts';

/** What is handed to a provider of short messages. */
export interface ShortMessage {
  /** Constant over attempts. */
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** `taken`: the names under which its receipts will come, one for each part. `refused`: this number never will. */
export type Taken =
  | { readonly kind: 'taken'; readonly references: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** A company or gateway that carries short messages. Throwing means «not now». */
export interface SmsProvider {
  readonly name: string;
  send(message: ShortMessage): Promise<Taken>;
  close(): Promise<void>;
}

export type HearSms = Hear;
