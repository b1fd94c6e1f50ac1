/** What somebody typed as a piece of an SQL `like` pattern: its `%`, `_` and `\` mean themselves. */
export const likeText = (text: string): string => text.replaceAll(/[%_\\]/g, '\\$&');

/** The pattern of whatever contains what somebody typed. */
export const containing = (text: string): string => `%${likeText(text)}%`;
