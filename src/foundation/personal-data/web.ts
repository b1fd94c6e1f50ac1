/* The browser door of personal data: masked until somebody says why it is needed. */
import './personal-data.css';

export { MaskedValue } from './MaskedValue.part.tsx';
