export { VULNERABILITIES } from './vulnerabilities.rules.ts';
