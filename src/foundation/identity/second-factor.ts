import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';

const STEP_SECONDS = 30;

export interface Enrolment {
  /** Base32, to be typed where no camera is at hand. */
  readonly secret: string;
  /** `otpauth://totp/…` for the authenticator. */
  readonly uri: string;
  /** The address as a QR code, SVG text; drawn here, so that the secret goes to no service. */
  readonly picture: string;
}

/** A new secret (160 bits) with all that an authenticator needs to take it up. */
export async function newEnrolment(username: string, installation: string): Promise<Enrolment> {
  const secret = generateSecret({ length: 20 });
  const { toString: drawCode } = await import('qrcode');
  const uri = generateURI({ issuer: installation, label: username, secret });
  return { secret, uri, picture: await drawCode(uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' }) };
}

/**
 * The time step a code belongs to, if it fits now or one step before or after (RFC 6238 §5.2), else undefined.
 * A code works once: the caller refuses steps that are not later than the last one taken.
 */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: STEP_SECONDS });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** The code an authenticator shows at this moment: for the printed demo logins and for tests. */
export function codeAt(secret: string, now: Date): string {
  return generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });
}
