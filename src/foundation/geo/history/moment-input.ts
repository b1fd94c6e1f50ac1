import { instantInput } from '../../registers/types/instant.type.ts';

/** A moment at which the map is looked at, by the rights of now; now unless told, or where it is not over yet. */
export const momentInput = instantInput.optional();
