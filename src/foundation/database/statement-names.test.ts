import { describe, expect, it } from 'vitest';
import { statementNames } from './statement-names.ts';

describe('statements worth keeping prepared', () => {
  it('are those seen twice; the one not used for longest makes room', () => {
    const names = statementNames({ kept: 2 });
    expect(['a', 'b', 'a', 'b'].map(names.nameOf)).toEqual([undefined, undefined, 's1', 's2']);
    expect(names.nameOf('a')).toBe('s1');
    names.nameOf('c');
    expect(names.nameOf('c')).toBe('s3');
    const kept = () => ['s1', 's2', 's3', 's4'].filter(names.isKept);
    expect([kept(), names.retired()]).toEqual([['s1', 's3'], 1]);
    expect(names.nameOf('a')).toBe('s1');
    // What was displaced has to be seen twice again, and comes under a new name.
    expect(['b', 'b'].map(names.nameOf)).toEqual([undefined, 's4']);
    expect([kept(), names.retired()]).toEqual([['s1', 's4'], 2]);
  });
});
