import { Page } from '../../foundation/design-system/web.ts';
import MyDoors from './MyDoors.part.tsx';

/** 入户转移 on the phone. */
export default function Doors() {
  return (
    <Page title={{ zh: '入户转移', en: 'Doors to knock at' }}>
      <MyDoors />
    </Page>
  );
}
