/** One event of a server-sent stream (HTML standard, §9.2); a comment is an event without a name: the heartbeat. */
export interface StreamEvent {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: string;
}

export interface EventReader {
  /** Takes text as it arrives, cut anywhere, and gives the events that are complete. */
  push(text: string): StreamEvent[];
}

export function eventReader(): EventReader {
  let rest = '';
  return {
    push(text) {
      const blocks = `${rest}${text}`.replaceAll('\r\n', '\n').split('\n\n');
      rest = blocks.pop() ?? '';
      return blocks.flatMap((block) => {
        const fields = block.split('\n').map(fieldOf);
        const named = fields.filter(({ name }) => name !== '');
        if (named.length === 0) return [];
        const last = (name: string) => named.findLast((field) => field.name === name)?.value;
        const data = named.filter(({ name }) => name === 'data').map(({ value }) => value);
        return [{ event: last('event') ?? 'message', id: last('id'), data: data.join('\n') }];
      });
    },
  };
}

function fieldOf(line: string): { name: string; value: string } {
  const colon = line.indexOf(':');
  if (colon < 0) return { name: line, value: '' };
  return { name: line.slice(0, colon), value: line.slice(colon + 1).replace(/^ /, '') };
}

/** Milliseconds before try number `attempt` (0 = first): 1, 2, 4, 8, then 15 s, spread by ±20 % so that a room does not return at once. */
export function retryDelay(attempt: number, random: number): number {
  return Math.round(Math.min(15_000, 1000 * 2 ** attempt) * (0.8 + 0.4 * random));
}

/** Does what happened touch what is shown? */
export function concerns(shown: readonly string[], happened: readonly string[]): boolean {
  return shown.some((topic) => happened.includes(topic));
}
