import { useSay } from '../../foundation/design-system/web.ts';

const WORDS = { zh: '跳到正文', en: 'Skip to the content' };

/** The first stop of the Tab key: past bar and menu. */
export function SkipLink() {
  const say = useSay();
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a place on this page, and only the focus moves
    <a
      className="skip-link"
      href="#main"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      {say(WORDS)}
    </a>
  );
}
