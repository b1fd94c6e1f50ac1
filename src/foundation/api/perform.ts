import { problem } from '../../kernel/problems.ts';
import type { CommandScope } from './command-context.ts';
import type { CommandContext } from './context.ts';
import { readInput } from './input.ts';
import type { Platform } from './platform.ts';

/** `ctx.perform`: another command as a part of one that runs, with its own permission, checks and facts. */
export function performer(
  { catalogue }: Platform,
  scope: CommandScope,
  holds: CommandContext['holds'],
  contextFor: (inner: CommandScope) => CommandContext,
): CommandContext['perform'] {
  return async <Output>(name: string, given: object): Promise<Output> => {
    const command = catalogue.commands.get(name);
    if (!command) throw problem('command.unknown');
    const { may, records, label } = command;
    if (!holds(may)) {
      const who = { zh: '安全管理员', en: 'the security administrator' };
      throw problem('permission.missing', { permission: may.label, who });
    }
    const input = readInput(command.input, given, label);
    const subjectId = (input as { id?: string }).id;
    const context = contextFor({ ...scope, may, records, label, subjectId, baseVersion: undefined });
    return command.output.parse(await command.run(context, input as never)) as Output;
  };
}
