import '../without-eval.ts';
import { createRoot } from 'react-dom/client';
import { Entrance } from '../../foundation/identity/web.ts';
import './console.css';

const Console = () => import('./Console.tsx');

createRoot(document.getElementById('app') as HTMLElement).render(<Entrance load={Console} />);
