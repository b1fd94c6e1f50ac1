import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { Problem, problem } from '../../kernel/problems.ts';
import type { Transaction } from '../database/index.ts';
import type { Permission, Viewer } from '../identity/define.ts';
import { snakeCase } from '../registers/table.ts';
import { writeFacts } from '../timeline/write.ts';
import { type CommandScope, commandContext, type Pending, transactWork, type Work } from './command-context.ts';
import type { AnyCommand } from './define.ts';
import { readInput } from './input.ts';
import type { Platform } from './platform.ts';
import { rowsOf } from './rows.ts';

/** A command on its way: the same envelope online, offline and from another installation. */
export interface Envelope {
  /** Idempotency key, made by whoever made the command. */
  readonly id: string;
  readonly name: string;
  readonly v?: number;
  readonly input: unknown;
  readonly madeAt?: Date;
  readonly deviceId?: string;
  readonly deviceSeq?: number;
  readonly baseVersion?: number;
  readonly dependsOn?: readonly string[];
}

export interface Answer {
  readonly output: unknown;
  /** True when this key was answered before and the first answer is given again. */
  readonly isRepeat: boolean;
}

/** The server acting by itself: reactions, clocks, first load. */
export const SYSTEM_PERSON = '00000000-0000-7000-8000-000000000001';
export const systemViewer: Viewer = {
  personId: SYSTEM_PERSON,
  name: '系统',
  accountId: SYSTEM_PERSON,
  sessionId: SYSTEM_PERSON,
  hats: [],
  acting: undefined,
  deviceId: undefined,
  isSystem: true,
};

/**
 * Runs one command in one transaction: rights, run, facts, receipt. Either all of it is there afterwards or nothing.
 * @throws Problem, and whatever the database says when it cannot be told to a user.
 */
export async function execute(platform: Platform, envelope: Envelope, viewer: Viewer): Promise<Answer> {
  const command = platform.catalogue.commands.get(envelope.name);
  if (!command) throw problem('command.unknown');
  const input = readInput(command.input, envelope.input, command.label);
  const inputDigest = digestOf(envelope.name, envelope.input);
  try {
    const output = await transactWork(platform, (tx, work) =>
      runWithin(platform, tx, command, envelope, input, viewer, inputDigest, work),
    );
    return { output, isRepeat: false };
  } catch (error) {
    const repeat = await repeated(platform, envelope, inputDigest, error);
    if (repeat) return repeat;
    if (error instanceof Problem && error.status < 500 && envelope.deviceId)
      await keepRefusal(platform, envelope, viewer, error);
    throw doubledKey(platform, error) ?? error;
  }
}

/** Many commands in one transaction, for first loads: all or nothing, each with its own facts and receipt. */
export async function executeBatch(
  platform: Platform,
  viewer: Viewer,
  run: (one: (name: string, input: unknown) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  await transactWork(platform, (tx, work) =>
    run(async (name, rawInput) => {
      const command = platform.catalogue.commands.get(name);
      if (!command) throw problem('command.unknown');
      const input = readInput(command.input, rawInput, command.label);
      const envelope = { id: newId(), name, input: rawInput };
      return runWithin(platform, tx, command, envelope, input, viewer, digestOf(name, rawInput), work);
    }),
  );
}

async function runWithin(
  platform: Platform,
  tx: Transaction,
  command: AnyCommand,
  envelope: Envelope,
  input: unknown,
  viewer: Viewer,
  inputDigest: Buffer,
  work: Work,
): Promise<unknown> {
  const pending: Pending = { facts: [], stamps: new Map(), ...work };
  const ctx = commandContext(platform, tx, scopeOf(command, envelope, input, viewer), pending);
  const output = command.output.parse(await command.run(ctx, input as never));
  await writeFacts(platform, tx, pending, viewer, {
    id: envelope.id,
    name: envelope.name,
    inputDigest,
    answer: output,
    madeAt: envelope.madeAt,
    deviceId: envelope.deviceId ?? viewer.deviceId,
    now: ctx.now,
  });
  return output;
}

function scopeOf(command: AnyCommand, envelope: Envelope, input: unknown, viewer: Viewer): CommandScope {
  const subject = (input as { id?: unknown } | null)?.id;
  return {
    viewer,
    may: command.may as Permission,
    commandId: envelope.id,
    subjectId: typeof subject === 'string' ? subject : undefined,
    baseVersion: envelope.baseVersion,
    records: command.records,
    label: command.label,
  };
}

/**
 * Was this key answered before? Asked only after a failure: the receipt's primary key is what really decides, and a
 * repeat of a transition fails on its own state check before it ever reaches the receipt.
 */
async function repeated(
  platform: Platform,
  envelope: Envelope,
  inputDigest: Buffer,
  error: unknown,
): Promise<Answer | undefined> {
  if (!(error instanceof Problem && error.status >= 400 && error.status < 500) && !isDoubled(error)) {
    return undefined;
  }
  const [receipt] = await platform.database.transact(
    (tx) =>
      rowsOf<{ answer: unknown; inputDigest: Buffer }>(
        tx,
        sql`select answer, input_digest from command_receipt where id = ${envelope.id}`,
      ),
    { readOnly: true },
  );
  if (!receipt) return undefined;
  if (!Buffer.from(receipt.inputDigest).equals(inputDigest)) throw problem('command.key_reused');
  return { output: receipt.answer, isRepeat: true };
}

/** Two at the same instant with one key: the index kept them apart, and the second is told which field it was. */
function doubledKey({ catalogue }: Platform, error: unknown): Problem | undefined {
  if (!isDoubled(error)) return undefined;
  const { table = '', detail = '' } = error as { table?: string; detail?: string };
  const [, columns = '', values = ''] = /^Key \(([\w, ]+)\)=\((.*)\) already exists/.exec(detail) ?? [];
  const column = columns.split(', ').at(-1);
  const fields = Object.entries(catalogue.registers.get(table)?.fields ?? {});
  const [name, field] = fields.find(([own]) => snakeCase(own) === column) ?? [];
  // Of several that must differ together the last is named: what it holds beside the others.
  const value = columns.includes(', ') ? field?.show(values.split(', ').at(-1), 'zh') : values;
  return name ? problem('record.doubled', { label: field?.label, value }, name) : undefined;
}

const isDoubled = (error: unknown) => (error as { code?: string } | null)?.code === '23505';

async function keepRefusal(platform: Platform, envelope: Envelope, viewer: Viewer, error: Problem): Promise<void> {
  await sql`insert into command_refusal (id, name, person_id, problem, received_at)
    values (${envelope.id}, ${envelope.name}, ${viewer.personId}, ${error.key}, ${platform.clock.now()})`.execute(
    platform.database.kysely,
  );
}

function digestOf(name: string, input: unknown): Buffer {
  return createHash('sm3')
    .update(name)
    .update('\0')
    .update(JSON.stringify(input) ?? '')
    .digest();
}
