import { describe, expect, it } from 'vitest';
import { statementNames } from './statement-names.ts';

describe('statements worth keeping prepared', () => {
  it('are those seen twice; the one not used for longest makes room', () => {
    const names = statementNames({ kept: 2 });
    expect(['a', 'b', 'a', 'b'].map(names.nameOf)).toEqual([undefined, undefined, 's1', 's2']);
    expect(names.nameOf('a')).toBe('s1');
    names.nameOf('c');
    expect(names.nameOf('c')).toBe('s3');
    expect(names.retiredSince(0)).toEqual(['s2']);
    expect(names.nameOf('a')).toBe('s1');
    // What was displaced has to be seen twice again, and comes under a new name.
    expect(['b', 'b'].map(names.nameOf)).toEqual([undefined, 's4']);
    expect(names.retiredSince(1)).toEqual(['s3']);
    expect(names.retiredSince(names.retired())).toEqual([]);
  });
});
