/* The browser door of identity: signing in, who is there, under which hat. */
export { Entrance } from './Entrance.part.tsx';
export { HatChooser, useHat } from './HatChooser.part.tsx';
export { chooseHat, signOut, useViewer, type WebHat, type WebViewer } from './session.part.tsx';
