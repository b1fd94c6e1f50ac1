import { type Problem, problem } from '../../../kernel/problems.ts';

/** Most bytes of a tile or directory, packed or not: a few kilobytes can claim gigabytes. */
export const MOST_PIECE = 4 * 1024 * 1024;

/** What is wrong with a file of tiles. */
export const broken = (zh: string, en: string): Problem => problem('map.archive_broken', { reason: { zh, en } });

export const pieceTooLarge = (): Problem => broken('其中一块过大', 'a piece of it is too large');
