/** `hiddenDangers` → `hidden-dangers`: how a register or an operation is called in addresses. */
export const kebabCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
