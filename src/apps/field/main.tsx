import '../without-eval.ts';
import { createRoot } from 'react-dom/client';
import { setBase } from '../../foundation/design-system/web.ts';
import { Entrance } from '../../foundation/identity/web.ts';
import './field.css';

setBase('/field');
const Field = () => import('./Field.tsx');

createRoot(document.getElementById('app') as HTMLElement).render(<Entrance load={Field} />);
