/* The browser door of identity: signing in, who is there, under which hat. */
import './identity.css';

export { Entrance } from './Entrance.part.tsx';
export { chooseHat, HatChooser, useHat } from './HatChooser.part.tsx';
export { signOut, useViewer, type WebHat, type WebViewer } from './session.part.tsx';
