import type { ReactNode } from 'react';

/** Drawn in the text's size and colour; the word beside it says what it means, so readers skip it. */
function Icon({ children, viewBox = '0 0 16 16' }: { children: ReactNode; viewBox?: string }) {
  return (
    <svg className="icon" viewBox={viewBox} aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinecap: 'round' } as const;

export const ClockIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6.2" {...line} />
    <path d="M8 4.5V8l2.4 1.6" {...line} />
  </Icon>
);
export const CheckIcon = () => (
  <Icon>
    <path d="M3 8.5 6.5 12 13 4.5" {...line} strokeWidth={2} />
  </Icon>
);
export const CrossIcon = () => (
  <Icon>
    <path d="m4 4 8 8m0-8-8 8" {...line} />
  </Icon>
);
export const DownIcon = () => (
  <Icon>
    <path d="m4 6 4 4 4-4" {...line} />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.5" {...line} />
    <path d="m10.5 10.5 3.5 3.5" {...line} />
  </Icon>
);
export const CameraIcon = () => (
  <Icon>
    <path d="M2 5h2.5L6 3h4l1.500 2H14v8H2Z" {...line} strokeLinejoin="round" />
    <circle cx="8" cy="8.700" r="2.300" {...line} />
  </Icon>
);
export const PinIcon = () => (
  <Icon>
    <path d="M8 14.500S3.500 10 3.500 6.500a4.500 4.500 0 0 1 9 0C12.500 10 8 14.500 8 14.500Z" {...line} />
    <circle cx="8" cy="6.500" r="1.500" {...line} />
  </Icon>
);
export const LockIcon = () => (
  <Icon>
    <path d="M3.500 7.500h9v6h-9ZM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500" {...line} strokeLinejoin="round" />
  </Icon>
);

/** Step 1 is the worst. A shape of its own for each, so that grey prints and colour-blind people tell them apart. */
export function ShapeIcon({ step }: { step: 1 | 2 | 3 | 4 }) {
  return (
    <Icon>
      {step === 1 && <path d="M8 1.500 15 14H1Z" fill="currentColor" />}
      {step === 2 && <path d="M8 .8 15.200 8 8 15.200.8 8Z" fill="currentColor" />}
      {step === 3 && <path d="M2 2h12v12H2Z" fill="currentColor" />}
      {step === 4 && <circle cx="8" cy="8" r="6.500" fill="currentColor" />}
    </Icon>
  );
}
